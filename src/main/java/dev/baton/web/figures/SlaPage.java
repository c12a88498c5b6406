package dev.baton.web.figures;

import dev.baton.insight.SlaPoint;
import dev.baton.insight.sla.LastMinuteRow;
import dev.baton.insight.sla.ResponseTimeParts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.SlaRow;
import dev.baton.insight.sla.StalledLeadsRow;
import java.util.List;

/**
 * Page model of the SLA page, beside the deadlines at risk.
 *
 * @param heat over all clocks
 * @param partedBy what the parts are cut by: clocks, when what was asked for has no parts
 */
record SlaPage(
    SlaQuery query,
    SlaReport sla,
    List<ClockSection> clocks,
    WeekHeatMap heat,
    List<SlaPoint> points,
    ChartWriter.Drawing trend,
    SlaDimension partedBy,
    List<ResponseTimeParts> parts,
    ChartWriter.Drawing partsChart,
    List<StalledLeadsRow> stalled,
    List<LastMinuteRow> lastMinute) {

  /**
   * One clock.
   *
   * @param heat its own, when hours are asked for; else null
   */
  record ClockSection(String clock, List<SlaRow> rows, WeekHeatMap heat) {}

  public List<SlaMeasure> verdicts() {
    return List.of(SlaMeasure.values());
  }
}
