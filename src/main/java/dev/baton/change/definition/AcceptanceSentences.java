package dev.baton.change.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who becomes an SAL and an SQL, and who says so. */
final class AcceptanceSentences {
  private static final Set<String> NONE = Set.of();

  private AcceptanceSentences() {}

  static List<String> sal(DefinitionTables tables) {
    List<String> sentences = new ArrayList<>();
    boolean first = true;
    for (ReadTable.Row row : tables.rows("handoff-policy")) {
      String who = who(row, first);
      if (row.text("onMql").equals("nurture")) {
        sentences.add("%s stays with marketing until it is sales-ready.".formatted(who));
      }
      sentences.add(
          row.text("acceptance").equals("implicit")
              ? "%s becomes an SAL without a review: with its first touch or its qualification."
                  .formatted(who)
              : "%s becomes an SAL when its owner reviews and accepts it.".formatted(who));
      first = false;
    }
    return sentences;
  }

  private static String who(ReadTable.Row row, boolean first) {
    return row.asksNothing()
        ? first ? "Every MQL" : "Every other MQL"
        : "An MQL" + row.others(NONE);
  }

  static List<String> sql(DefinitionTables tables) {
    List<String> sentences = new ArrayList<>();
    boolean first = true;
    for (ReadTable.Row row : tables.rows("handoff-policy")) {
      sentences.add(judged(row, who(row, first).replace("MQL", "SAL")));
      first = false;
    }
    first = true;
    for (ReadTable.Row row : tables.rows("qualification-pack")) {
      sentences.add(
          "%s is qualified by %s."
              .formatted(
                  who(row, first).replace("MQL", "SAL"),
                  row.text("framework").toUpperCase(Locale.ROOT)));
      first = false;
    }
    tables.rows("non-negotiable").forEach(row -> sentences.add(missing(row)));
    return sentences;
  }

  private static String judged(ReadTable.Row row, String who) {
    return switch (row.text("policy")) {
      case "AUTO" ->
          "%s is an SQL by rule if it is sales-ready or raised its hand; a rep gets in touch."
              .formatted(who);
      case "AUTO_THEN_CONFIRM" ->
          "%s is an SQL by rule if it is sales-ready or raised its hand, and a rep confirms it."
              .formatted(who);
      default -> "%s becomes an SQL when its owner qualifies it.".formatted(who);
    };
  }

  private static String missing(ReadTable.Row row) {
    String step = row.text("step");
    return "A lead%s is no SQL without %s: %s%s."
        .formatted(
            row.others(NONE),
            row.text("criterion").replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT),
            row.text("why"),
            step.isEmpty() ? "" : "; what to do: " + step);
  }
}
