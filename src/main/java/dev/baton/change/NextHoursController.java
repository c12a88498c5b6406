package dev.baton.change;

import dev.baton.input.InvalidInput;
import dev.baton.rehearsal.NextHoursQueries;
import dev.baton.rehearsal.NextHoursQueries.Answer;
import dev.baton.rehearsal.NextHoursQueries.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/preview/next-72-hours}: what comes due when nobody answers. */
@RestController
class NextHoursController {
  private static final Duration MOST = Duration.ofSeconds(60);

  private final NextHoursQueries forecasts;
  private final ChangeQueries changes;
  private final ChangePermissions permissions;

  NextHoursController(
      NextHoursQueries forecasts, ChangeQueries changes, ChangePermissions permissions) {
    this.forecasts = forecasts;
    this.changes = changes;
    this.permissions = permissions;
  }

  @Operation(
      summary = "What comes due in the next 72 hours when nobody answers, and who gets what",
      description =
          "lead, owner: of one alone; changeId: as if that proposal were in force; wait: seconds,"
              + " at most 60, until it answers how far it is (10). A forecast of the last 2 minutes"
              + " is told again")
  @GetMapping("/api/preview/next-72-hours")
  Answer nextHours(
      @RequestParam(required = false) @Nullable String lead,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String changeId,
      @RequestParam(defaultValue = "10") String wait,
      Principal by) {
    if (!wait.matches("\\d{1,2}") || Integer.parseInt(wait) > MOST.toSeconds()) {
      throw InvalidInput.at("wait", "'%s' is no number of seconds from 0 to 60".formatted(wait));
    }
    permissions.checkTries(changeId, by.getName());
    return forecasts.of(
        new Asked(owner, lead, Locale.ENGLISH),
        changes.tried(changeId),
        by.getName(),
        Duration.ofSeconds(Integer.parseInt(wait)));
  }
}
