package dev.baton.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/demo/clock}: what time it is in the demo, and how to go ahead. */
@RestController
@RequestMapping("/api/demo/clock")
@Profile("demo")
class DemoClockController {
  private static final Duration FARTHEST = Duration.ofDays(400);

  private final DemoClock clock;
  private final ClockJump jump;

  DemoClockController(DemoClock clock, ClockJump jump) {
    this.clock = clock;
    this.jump = jump;
  }

  record Now(Instant now) {}

  @Operation(summary = "The demo's time")
  @GetMapping
  Now now() {
    return new Now(clock.instant());
  }

  @Operation(summary = "Go ahead in one jump; answers when what came due is handled")
  @PostMapping
  Now advance(@RequestBody JsonNode body) {
    Duration by = duration(body.path("advance"));
    if (!jump.ahead(by)) {
      throw new ApiProblem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The clock has jumped to %s, but there is so much due that it isn't handled yet; it goes on by itself. Don't jump again"
              .formatted(clock.instant()));
    }
    return now();
  }

  private static Duration duration(JsonNode advance) {
    try {
      Duration by = Duration.parse(advance.asText());
      if (!by.isNegative() && !by.isZero() && by.compareTo(FARTHEST) <= 0) {
        return by;
      }
    } catch (DateTimeParseException e) {
      // Told below, like a duration out of bounds.
    }
    throw new InvalidInput(
        "The clock was not moved",
        List.of(
            new FieldError(
                "advance",
                "a duration such as PT25H or P3D, more than nothing and at most P400D")));
  }
}
