package dev.baton.alert;

import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.people.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/alerts}: what was told to whom; a rep sees what was told to them. */
@RestController
class AlertController {
  private static final List<String> STATES = List.of("pending", "sent", "failed", "skipped");
  private static final Set<String> SEE_ALL = Set.of(Role.groups(Role.Right.READ_ALL));

  private final AlertQueries queries;

  AlertController(AlertQueries queries) {
    this.queries = queries;
  }

  record Page(List<Alert> items) {}

  @Operation(summary = "What was told to whom, newest first")
  @GetMapping("/api/alerts")
  ResponseEntity<?> alerts(
      @RequestParam(required = false) @Nullable String leadId,
      @RequestParam(required = false) @Nullable String state,
      Authentication login) {
    if (state != null && !STATES.contains(state)) {
      throw unknownState();
    }
    String recipient = seesAll(login) ? null : login.getName();
    return ResponseEntity.ok(new Page(queries.list(leadId, state, recipient)));
  }

  private static boolean seesAll(Authentication login) {
    return login.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .anyMatch(SEE_ALL::contains);
  }

  private static InvalidInput unknownState() {
    return new InvalidInput(
        "There is no such state of an alert.",
        List.of(new FieldError("state", "must be one of " + String.join(", ", STATES))));
  }
}
