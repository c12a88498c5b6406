package dev.baton.insight;

import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.RowFilter;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Request for the rows behind a figure; which of the parameters matter depends on the call. */
record RowRequest(
    @Nullable String stage,
    @Nullable String clock,
    @Nullable String verdict,
    @Nullable String reason,
    @Nullable String page) {

  ReportParameters parameters(FigureRequest figure, ZoneId zone) {
    return figure
        .parameters(zone)
        .with("stage", stage)
        .with("clock", clock)
        .with("verdict", verdict)
        .with("reason", reason)
        .with("page", page);
  }

  /** One page of the rows. */
  static RowFilter page(ReportParameters asked) {
    return new RowFilter(asked.range(), asked.text("key"), asked.page(), DrillDown.PAGE);
  }

  /** All rows up to a bound, for a file. */
  static RowFilter all(ReportParameters asked) {
    return new RowFilter(asked.range(), asked.text("key"), 0, CsvController.MOST);
  }
}
