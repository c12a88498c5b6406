package dev.baton.know.attribution;

import dev.baton.input.EnumWords;
import dev.baton.insight.funnel.FunnelMeasure;

/** Goal that a handoff reaches: a stage of the funnel. */
public enum Goal {
  MQL(FunnelMeasure.MQL),
  SQL(FunnelMeasure.SQL),
  WON(FunnelMeasure.CUSTOMER);

  private final FunnelMeasure measure;

  Goal(FunnelMeasure measure) {
    this.measure = measure;
  }

  /** What the funnel counts it as. */
  public FunnelMeasure measure() {
    return measure;
  }

  public String word() {
    return EnumWords.of(this);
  }
}
