package dev.baton.know.diagnosis;

import dev.baton.insight.ReportParameters;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.people.People;
import dev.baton.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The diagnosis by rep over HTTP; a rep reads their own row. */
@RestController
class DiagnosisController {
  private final Diagnostics diagnostics;
  private final People people;
  private final ZoneId zone;

  DiagnosisController(Diagnostics diagnostics, People people, ZoneId zone) {
    this.diagnostics = diagnostics;
    this.people = people;
    this.zone = zone;
  }

  @Operation(
      summary = "How reps answer, adjusted for the mix of scores: acceptance and three patterns",
      description = "from, to: of MQL instants; the last 90 days by default")
  @GetMapping("/api/know/diagnosis")
  DiagnosisReport diagnosis(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Principal reader) {
    ReportParameters asked = new ReportParameters(zone).with("from", from).with("to", to);
    InstantRange range = asked.range();
    asked.refuse();
    boolean open = from == null && to == null;
    Person person = people.find(reader.getName()).orElseThrow();
    return diagnostics.report(open ? diagnostics.lately() : range).seenBy(person);
  }
}
