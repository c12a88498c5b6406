package dev.baton.connect.connection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Kind of what other systems hear of a lead. */
public enum FactKind {
  /** A stage was entered, back to marketing too. */
  STAGE,
  /** A handoff has an owner, or another one. */
  OWNER,
  /** An answer came in time, or its time is over. */
  DEADLINE,
  /** A deal has a value, or another one. */
  DEAL,
  /** A handoff ended: won, lost, rejected with its reason. */
  OUTCOME,
  /** Something is to be written to the lead itself. */
  MESSAGE,
  /** Two records were one person. */
  MERGED,
  /** A person was erased here and is to be erased there. */
  ERASED;

  /** What a connection may leave out; whom a lead is, and that it is to go, each must hear. */
  private static final Set<FactKind> CHOICES =
      EnumSet.of(STAGE, OWNER, DEADLINE, DEAL, OUTCOME, MESSAGE);

  /** The words of those that a connection may choose which is told of leads. */
  public static final List<String> WORDS =
      CHOICES.stream().filter(kind -> kind != MESSAGE).map(FactKind::word).toList();

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FactKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether a connection with this choice hears of it. */
  boolean isAmong(List<String> chosen) {
    return !CHOICES.contains(this) || chosen.contains(word());
  }

  static List<String> inOrder(List<String> words) {
    return Arrays.stream(values()).map(FactKind::word).filter(words::contains).toList();
  }
}
