package dev.baton.access;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
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

  TokenController(Tokens tokens) {
    this.tokens = tokens;
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
  Created create(@RequestBody NewToken draft, Principal by) {
    String name = draft.name() == null ? "" : TextPolicy.clean(draft.name());
    if (name.isEmpty()
        || TextPolicy.objection(name, 90).isPresent()
        || !TextPolicy.oneLine(name).equals(name)) {
      throw InvalidInput.at("name", "say which machine uses it, in 1 to 90 characters");
    }
    return new Created(name, tokens.create(name, by.getName()));
  }

  @Operation(summary = "Revoke a token")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable String id) {
    if (!tokens.revoke(id)) {
      throw ApiProblem.notFound("There is no token %s to revoke".formatted(id));
    }
  }
}
