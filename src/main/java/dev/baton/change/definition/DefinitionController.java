package dev.baton.change.definition;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/definition}: what an MQL, an SAL and an SQL are, now and at any earlier instant. */
@RestController
class DefinitionController {
  private final DefinitionQueries queries;
  private final Clock clock;
  private final ZoneId zone;

  DefinitionController(DefinitionQueries queries, Clock clock, ZoneId zone) {
    this.queries = queries;
    this.clock = clock;
    this.zone = zone;
  }

  @Operation(
      summary = "What an MQL, an SAL and an SQL are, by the models in force at an instant",
      description =
          "at: a day or an instant, now by default; from: tells what differs from that instant")
  @GetMapping("/api/definition")
  Definition definition(
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String from) {
    DefinitionRequest asked = DefinitionRequest.read(at, from, clock.instant(), zone);
    return queries.at(asked.at(), asked.from());
  }
}
