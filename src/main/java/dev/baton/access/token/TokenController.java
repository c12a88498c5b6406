package dev.baton.access.token;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Role;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Controller of {@code /api/tokens}: an administrator makes, rotates and revokes them. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
  private static final int USUAL_OVERLAP = 24;
  private static final int LONGEST_OVERLAP = 30 * 24;

  private final Tokens tokens;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;

  TokenController(Tokens tokens, People people, AuditTrail audit, Clock clock) {
    this.tokens = tokens;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  record Created(String name, String token) {}

  /** How many hours the secret so far still opens the same; none said: 24. */
  record Rotation(@Nullable Integer overlapHours) {}

  record Rotated(String name, String token, Instant earlierSecretUntil) {}

  record Page(List<Token> items) {}

  @Operation(summary = "All tokens, without their secrets")
  @GetMapping
  Page all() {
    return new Page(tokens.all());
  }

  @Operation(summary = "Make a token for a machine; it is shown only now")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Created create(@RequestBody TokenDraft draft, Principal by) {
    FieldReader fields = TokenDraft.reader();
    String name = draft.checkedName(fields);
    Token.Terms terms = draft.terms(fields, clock.instant(), this::reads);
    fields.check("The token was not made");
    Created created = new Created(name, tokens.create(name, terms, by.getName()));
    String reads = terms.readsAs() == null ? "" : ", reads as " + terms.readsAs();
    audit.add(by.getName(), "token_created", "token", null, name + reads);
    return created;
  }

  private boolean reads(String person) {
    return people
        .find(person)
        .filter(one -> one.active() && one.role().may(Role.Right.READ))
        .isPresent();
  }

  @Operation(summary = "Give a token another secret; the one so far goes on for some hours")
  @PostMapping("/{id}/rotate")
  @Transactional
  Rotated rotate(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Rotation wish,
      Principal by) {
    Token token = tokens.find(id).orElseThrow(() -> none(id));
    int hours = wish == null || wish.overlapHours() == null ? USUAL_OVERLAP : wish.overlapHours();
    if (hours < 0 || hours > LONGEST_OVERLAP) {
      throw InvalidInput.at("overlapHours", "a number of hours from 0 to " + LONGEST_OVERLAP);
    }
    Instant until = clock.instant().plus(Duration.ofHours(hours));
    String secret =
        tokens
            .rotate(id, until)
            .orElseThrow(() -> new Conflict("The token %s is revoked".formatted(token.name())));
    audit.add(by.getName(), "token_rotated", "token " + id, null, token.name());
    return new Rotated(token.name(), secret, until);
  }

  @Operation(summary = "Revoke a token")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void revoke(@PathVariable String id, Principal by) {
    if (!tokens.revoke(id)) {
      throw none(id);
    }
    audit.add(by.getName(), "token_revoked", "token " + id, null, null);
  }

  private static ApiProblem none(String id) {
    return ApiProblem.notFound("There is no token %s".formatted(id));
  }
}
