package dev.baton.change.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a score counts, in points, and how it fades. */
final class ScoreSentences {
  /** Whose fit rows judge where a score has none of its own. */
  private static final String FIT = "score-two-axis";

  private final DefinitionTables tables;
  private final String profile;

  ScoreSentences(DefinitionTables tables, String profile) {
    this.tables = tables;
    this.profile = profile;
  }

  List<String> sentences() {
    List<ReadTable.Row> rows = tables.rows("score-" + profile);
    List<String> sentences = new ArrayList<>();
    boolean ownFit = rows.stream().anyMatch(ScoreSentences::isFit);
    if (!ownFit) {
      tables.rows(FIT).stream()
          .filter(ScoreSentences::isFit)
          .map(this::points)
          .forEach(sentences::add);
    }
    rows.stream().filter(ScoreSentences::isFit).map(this::points).forEach(sentences::add);
    rows.stream()
        .filter(Predicate.not(ScoreSentences::isFit))
        .map(this::points)
        .forEach(sentences::add);
    limits(sentences);
    fading(sentences);
    return sentences;
  }

  private static boolean isFit(ReadTable.Row row) {
    return row.text("axis").equals("fit");
  }

  private String points(ReadTable.Row row) {
    String reason = row.text("reason").isEmpty() ? row.note() : row.text("reason");
    if (row.text("axis").equals("act")) {
      return "A qualifying act: %s.".formatted(reason);
    }
    String points = row.out("points");
    boolean takes = points.startsWith("-");
    String counted =
        switch (row.text("counted")) {
          case "each" -> ", each time";
          case "daily" -> ", once a day";
          default -> "";
        };
    String cap = row.out("cap");
    return "%s %s %s: %s%s%s."
        .formatted(
            isFit(row) ? "Fit" : "Behaviour",
            takes ? "loses" : "gains",
            CellWords.count(takes ? points.substring(1).strip() : points, "point"),
            reason,
            counted,
            cap.isEmpty() ? "" : ", at most " + CellWords.count(cap, "point"));
  }

  private void limits(List<String> sentences) {
    for (ReadTable.Row row : tables.rows("score-limits")) {
      if (CellWords.takes(row.in("profile"), profile)) {
        String axis = CellWords.sentence(CellWords.choice(row.in("axis")));
        String what = axis.isEmpty() ? "Each side" : axis;
        if (!row.out("atMost").isEmpty()) {
          sentences.add("%s counts for at most %s points.".formatted(what, row.out("atMost")));
        }
        if (!row.out("atLeast").isEmpty()) {
          sentences.add("%s counts for at least %s points.".formatted(what, row.out("atLeast")));
        }
      }
    }
  }

  private void fading(List<String> sentences) {
    for (ReadTable.Row row : tables.rows("score-decay")) {
      boolean isAct = CellWords.words(row.in("axis")).contains("act");
      boolean hasActs =
          tables.rows("score-" + profile).stream()
              .anyMatch(each -> each.text("axis").equals("act"));
      if (isAct == hasActs || row.in("axis").isEmpty()) {
        sentences.add(
            "%s counts in full for %s and is worth nothing from day %s on."
                .formatted(
                    isAct ? "A qualifying act" : "What a lead did",
                    CellWords.count(row.out("full"), "day"),
                    row.out("zero")));
      }
    }
  }
}
