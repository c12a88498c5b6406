package dev.baton.web.figures;

import dev.baton.insight.SlaPoint;
import dev.baton.insight.sla.FirstTouchReport;
import dev.baton.insight.sla.LastMinuteRow;
import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaRow;
import dev.baton.insight.sla.StalledLeadsRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page model of the SLA page, beside the deadlines at risk.
 *
 * @param heat over all clocks
 */
record SlaPage(
    SlaQuery query,
    SlaReport sla,
    List<ClockSection> clocks,
    WeekHeatMap heat,
    Trend trend,
    ResponseParts parts,
    List<StalledLeadsRow> stalled,
    List<LastMinuteRow> lastMinute,
    FirstTouchReport firstTouch) {

  /**
   * One clock.
   *
   * @param target in percent
   * @param heat its own, when hours are asked for; else null
   */
  record ClockSection(
      String clock, List<ComparedRow> rows, int target, @Nullable WeekHeatMap heat) {}

  /** A row beside the same of the time before; null when it had nothing to do then. */
  record ComparedRow(SlaRow row, @Nullable SlaRow before) {}

  /** Deadlines met and missed over time. */
  record Trend(List<SlaPoint> points, ChartWriter.Drawing chart) {}

  /**
   * Where the time of answered clocks went.
   *
   * @param by what it is cut by: clocks, when what was asked for has no parts
   */
  record ResponseParts(SlaDimension by, List<ResponseTimeParts> rows, ChartWriter.Drawing chart) {}

  public List<SlaMeasure> verdicts() {
    return List.of(SlaMeasure.values());
  }
}
