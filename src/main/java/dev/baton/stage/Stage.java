package dev.baton.stage;

import java.util.EnumSet;
import java.util.Set;

/** Where a lead is; the one table of allowed moves (rule R1). */
public enum Stage {
  VISITOR,
  LEAD,
  MQL,
  SAL,
  SQL,
  OPPORTUNITY,
  CUSTOMER,
  /** With marketing after a no. */
  RECYCLED,
  DISQUALIFIED;

  private Set<Stage> next() {
    return switch (this) {
      case VISITOR -> EnumSet.of(LEAD);
      case LEAD -> EnumSet.of(MQL);
      case MQL -> EnumSet.of(SAL, RECYCLED, DISQUALIFIED);
      case SAL -> EnumSet.of(SQL, RECYCLED, DISQUALIFIED);
      case SQL -> EnumSet.of(OPPORTUNITY, RECYCLED, DISQUALIFIED);
      case OPPORTUNITY -> EnumSet.of(CUSTOMER, RECYCLED, DISQUALIFIED);
      case RECYCLED -> EnumSet.of(MQL);
      case DISQUALIFIED -> EnumSet.of(RECYCLED);
      case CUSTOMER -> EnumSet.noneOf(Stage.class);
    };
  }

  public boolean mayBecome(Stage stage) {
    return next().contains(stage);
  }
}
