package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.sla.SlaDimension;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Request for a figure or a series; which of the parameters matter depends on the call. */
record FigureRequest(
    @Nullable String from,
    @Nullable String to,
    @Nullable String by,
    @Nullable String basis,
    @Nullable String key,
    @Nullable String step) {

  ReportParameters parameters(ZoneId zone) {
    return new ReportParameters(zone)
        .with("from", from)
        .with("to", to)
        .with("by", by)
        .with("basis", basis)
        .with("key", key)
        .with("step", step);
  }

  static Dimension dimension(ReportParameters asked) {
    return asked.word("by", Dimension.SOURCE);
  }

  static SlaDimension slaDimension(ReportParameters asked) {
    return asked.word("by", SlaDimension.REP);
  }

  static FunnelBasis basis(ReportParameters asked) {
    return asked.word("basis", FunnelBasis.COHORT);
  }
}
