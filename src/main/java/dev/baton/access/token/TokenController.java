package dev.baton.access.token;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/tokens}: an administrator makes and revokes the tokens that send
 * signals.
 */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
  private final Tokens tokens;
  private final AuditTrail audit;

  TokenController(Tokens tokens, AuditTrail audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  record NewToken(String name) {}

  record Created(String name, String token) {}

  record Page(List<Tokens.Token> items) {}

  @Operation(summary = "All tokens, without their secrets")
  @GetMapping
  Page all() {
    return new Page(tokens.all());
  }

  @Operation(summary = "Make a token for a machine that sends signals; it is shown only now")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Created create(@RequestBody NewToken draft, Principal by) {
    String name = draft.name() == null ? "" : TextPolicy.clean(draft.name());
    if (name.isEmpty()
        || TextPolicy.objection(name, 90).isPresent()
        || !TextPolicy.oneLine(name).equals(name)) {
      throw InvalidInput.at("name", "say which machine uses it, in 1 to 90 characters");
    }
    Created created = new Created(name, tokens.create(name, by.getName()));
    audit.add(by.getName(), "token_created", "token", null, name);
    return created;
  }

  @Operation(summary = "Revoke a token")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void revoke(@PathVariable String id, Principal by) {
    if (!tokens.revoke(id)) {
      throw ApiProblem.notFound("There is no token %s to revoke".formatted(id));
    }
    audit.add(by.getName(), "token_revoked", "token " + id, null, null);
  }
}
