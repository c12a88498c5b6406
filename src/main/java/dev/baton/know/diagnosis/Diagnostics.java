package dev.baton.know.diagnosis;

import dev.baton.insight.rollup.InstantRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Diagnosis by rep over a range of MQL instants; a quarter of a year where none is named. */
@Component
public class Diagnostics {
  private static final Duration QUARTER = Duration.ofDays(90);

  private final ReviewedLeads leads;
  private final Clock clock;

  Diagnostics(ReviewedLeads leads, Clock clock) {
    this.leads = leads;
    this.clock = clock;
  }

  public InstantRange lately() {
    Instant now = clock.instant();
    return new InstantRange(now.minus(QUARTER), now);
  }

  public DiagnosisReport report(InstantRange range) {
    return new DiagnosisReport(
        range.from(),
        range.to(),
        RepDiagnoses.ENOUGH,
        new RepDiagnoses(leads.of(range), clock.instant()).rows());
  }
}
