package dev.baton.insight.sla;

import dev.baton.insight.rollup.FactTable;
import dev.baton.insight.rollup.Figure;
import dev.baton.insight.rollup.RollUpSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Facts of the SLA: a row a deadline, and the figures that are counted from them. Only what has
 * stopped is folded: a running clock may become overdue at any instant.
 */
@Component
public class SlaFacts implements RollUpSource {
  static final FactTable TABLE =
      new FactTable(
          "sla_entry",
          "sla_change",
          List.of(
              "clock",
              "owner",
              "team",
              "source",
              "channel",
              "segment",
              "models_hash",
              "due_hour",
              "started_at",
              "due_at",
              "met_at",
              "missed_at",
              "ended_at",
              "voided_at",
              "system_seconds",
              "queue_seconds",
              "business_seconds",
              "paused_seconds",
              "after_hours_seconds"),
          "true",
          "running = true");

  /** Verdicts and hours, by the due instant. */
  static final Figure VERDICTS =
      new Figure(
          "SLA",
          TABLE,
          "due_at",
          Arrays.stream(SlaDimension.values()).map(SlaDimension::key).toList(),
          SlaMeasure.COUNTED);

  /** Where the time of answered clocks went, by the due instant. */
  static final Figure PARTS =
      new Figure(
          "PARTS",
          TABLE,
          "due_at",
          Arrays.stream(SlaDimension.values())
              .filter(SlaDimension::hasParts)
              .map(SlaDimension::key)
              .toList(),
          Arrays.stream(ClockPart.values()).map(ClockPart::measure).toList());

  @Override
  public List<Figure> figures() {
    return List.of(VERDICTS, PARTS);
  }
}
