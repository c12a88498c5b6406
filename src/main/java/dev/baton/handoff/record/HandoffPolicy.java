package dev.baton.handoff.record;

/**
 * Who judges a handoff, frozen when it opens (rule R10).
 *
 * @param implicit nobody reviews it; the first touch or the qualification accepts it
 * @param nurture until the lead is sales-ready marketing keeps it
 */
public record HandoffPolicy(Judge judge, boolean implicit, boolean nurture) {
  public static final HandoffPolicy DEFAULT = new HandoffPolicy(Judge.HUMAN, false, false);

  /** Whether a sales-ready lead needs no person to become an SQL. */
  public boolean byRule() {
    return judge != Judge.HUMAN;
  }

  public boolean isConfirmed() {
    return judge == Judge.AUTO_THEN_CONFIRM;
  }
}
