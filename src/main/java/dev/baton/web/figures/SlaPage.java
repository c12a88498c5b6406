package dev.baton.web.figures;

import dev.baton.insight.Trends.SlaPoint;
import dev.baton.insight.sla.ResponseTimes.LastMinute;
import dev.baton.insight.sla.ResponseTimes.Parts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaMeasure;
import dev.baton.insight.sla.SlaReport;
import dev.baton.insight.sla.StalledLeads.Pile;
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
    List<Parts> parts,
    ChartWriter.Drawing partsChart,
    List<Pile> stalled,
    List<LastMinute> lastMinute) {

  /**
   * One clock.
   *
   * @param heat its own, when hours are asked for; else null
   */
  record ClockSection(String clock, List<SlaReport.Row> rows, WeekHeatMap heat) {}

  public List<SlaMeasure> verdicts() {
    return List.of(SlaMeasure.values());
  }
}
