package dev.baton.insight;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.DrillDown.Which;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaMeasure;
import java.time.ZoneId;

/**
 * The parameters of a call that reads what lies behind a figure, or a series; which of them matter
 * depends on the call.
 */
record FigureRequest(
    String from,
    String to,
    String by,
    String basis,
    String key,
    String stage,
    String clock,
    String verdict,
    String reason,
    String step,
    String page) {

  ReportParameters parameters(ZoneId zone) {
    return new ReportParameters(zone)
        .with("from", from)
        .with("to", to)
        .with("by", by)
        .with("basis", basis)
        .with("key", key)
        .with("stage", stage)
        .with("clock", clock)
        .with("verdict", verdict)
        .with("reason", reason)
        .with("step", step)
        .with("page", page);
  }

  /** In the words of the HTTP contract, MQL when it was left out. */
  FunnelMeasure measure(ReportParameters asked) {
    return asked.word("stage", FunnelMeasure.MQL);
  }

  /** Null when it was left out. */
  SlaMeasure verdict(ReportParameters asked) {
    return asked.word("verdict", SlaMeasure.class);
  }

  Dimension dimension(ReportParameters asked) {
    return asked.word("by", Dimension.SOURCE);
  }

  SlaDimension slaDimension(ReportParameters asked) {
    return asked.word("by", SlaDimension.REP);
  }

  FunnelBasis basis(ReportParameters asked) {
    return asked.word("basis", FunnelBasis.COHORT);
  }

  Which page(ReportParameters asked) {
    return new Which(asked.range(), asked.text("key"), asked.page(), DrillDown.PAGE);
  }

  /** All rows up to a bound, for a file. */
  Which all(ReportParameters asked) {
    return new Which(asked.range(), asked.text("key"), 0, CsvController.MOST);
  }
}
