package dev.baton.desk;

import dev.baton.insight.Habits.LastMinute;
import dev.baton.insight.Habits.Parts;
import dev.baton.insight.Sitting.Pile;
import dev.baton.insight.Sla;
import dev.baton.insight.SlaDimension;
import dev.baton.insight.SlaMeasure;
import dev.baton.insight.Trends.SlaPoint;
import java.util.List;

/**
 * Everything that the page of the deadlines shows, beside those at risk.
 *
 * @param heat over all clocks
 * @param partedBy what the parts are cut by: clocks, when what was asked for has no parts
 */
record SlaSheet(
    SlaLook look,
    Sla sla,
    List<OfClock> clocks,
    WeekHeat heat,
    List<SlaPoint> points,
    Charts.Drawing trend,
    SlaDimension partedBy,
    List<Parts> parts,
    Charts.Drawing partsChart,
    List<Pile> sitting,
    List<LastMinute> lastMinute) {

  /**
   * One clock.
   *
   * @param heat its own, when hours are asked for; else null
   */
  record OfClock(String clock, List<Sla.Row> rows, WeekHeat heat) {}

  public List<SlaMeasure> verdicts() {
    return List.of(SlaMeasure.values());
  }
}
