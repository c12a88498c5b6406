package dev.baton.insight.funnel;

import dev.baton.insight.rejection.RejectionMeasure;
import dev.baton.insight.rollup.FactTable;
import dev.baton.insight.rollup.Figure;
import dev.baton.insight.rollup.KeyColumn;
import dev.baton.insight.rollup.RollUpSource;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Facts of the funnel: a row a handoff and stage, and the figures that are counted from them. */
@Component
public class FunnelFacts implements RollUpSource {
  public static final FactTable TABLE =
      new FactTable(
          "funnel_entry",
          "funnel_change",
          List.of(
              "stage",
              "cohort_at",
              "entered_at",
              "source",
              "campaign",
              "segment",
              "band",
              "owner",
              "channel",
              "model",
              "models_hash",
              "amount",
              "currency",
              "closed_at",
              "question",
              "reason",
              "signals",
              "by_rule"),
          """
          stage in ('LEAD', 'MQL', 'SAL', 'SQL', 'OPPORTUNITY', 'CUSTOMER', 'LOST', 'REJECTED')
          """
              .strip(),
          "false");

  /** Types that a lead had shown by its MQL; one entry counts under each of them. */
  static final KeyColumn SIGNAL = new KeyColumn("signal", "signals", true);

  private static final List<KeyColumn> DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::key).toList();

  /** Handoffs at each stage, by their MQL instant. */
  static final Figure COHORT =
      new Figure("COHORT", TABLE, "cohort_at", DIMENSIONS, FunnelMeasure.COUNTED);

  /** The same by the instant of the stage. */
  static final Figure PERIOD =
      new Figure("PERIOD", TABLE, "entered_at", DIMENSIONS, FunnelMeasure.COUNTED);

  /** How many of a cohort reached each stage, by the signals it had shown before. */
  static final Figure SIGNALS =
      new Figure("COHORT", TABLE, "cohort_at", List.of(SIGNAL), FunnelMeasure.STAGES);

  /** Why handoffs were rejected, by the instant of the rejection. */
  static final Figure REJECTIONS =
      new Figure("NO", TABLE, "entered_at", DIMENSIONS, List.of(RejectionMeasure.REJECTION));

  @Override
  public List<Figure> figures() {
    return List.of(COHORT, PERIOD, SIGNALS, REJECTIONS);
  }
}
