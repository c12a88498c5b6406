package dev.baton.change.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** For which reasons a lead may be rejected, at which question, and what follows. */
final class ReasonSentences {
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "review", "the review",
          "qualification", "the qualification",
          "first_touch", "the first touch",
          "opportunity", "the opportunity");

  private ReasonSentences() {}

  static List<String> of(DefinitionTables tables) {
    List<ReadTable.Row> next = tables.rows("rejection-next-step");
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, Set<String>> questions = new LinkedHashMap<>();
    for (ReadTable.Row row : tables.rows("rejection-reasons")) {
      String code = row.text("code");
      labels.putIfAbsent(code, row.text("label"));
      questions
          .computeIfAbsent(code, any -> new TreeSet<>(ReasonSentences::inOrder))
          .addAll(
              row.in("question").isEmpty()
                  ? QUESTIONS.keySet()
                  : CellWords.words(row.in("question")));
    }
    List<String> sentences = new ArrayList<>();
    labels.forEach(
        (code, label) ->
            sentences.add(
                "%s may be said at %s: %s."
                    .formatted(
                        CellWords.quoted(label),
                        CellWords.list(
                            questions.getOrDefault(code, Set.of()).stream()
                                .map(each -> QUESTIONS.getOrDefault(each, CellWords.plain(each)))
                                .toList()),
                        next.stream()
                            .filter(row -> CellWords.takes(row.in("reason"), code))
                            .findFirst()
                            .map(ReasonSentences::consequence)
                            .orElse("no row says what follows"))));
    return sentences;
  }

  private static int inOrder(String one, String other) {
    List<String> order = List.of("review", "qualification", "first_touch", "opportunity");
    int place = Integer.compare(place(order, one), place(order, other));
    return place == 0 ? one.compareTo(other) : place;
  }

  private static int place(List<String> order, String question) {
    int place = order.indexOf(question);
    return place < 0 ? order.size() : place;
  }

  private static String consequence(ReadTable.Row row) {
    StringBuilder said = new StringBuilder();
    said.append(
        switch (row.text("nextStep")) {
          case "DISQUALIFIED" -> "the lead is out";
          case "RECYCLED" -> "the lead goes back to marketing";
          default -> "the lead becomes " + row.text("nextStep");
        });
    if (CellWords.isSome(row.out("coolingOffDays"))) {
      said.append(" and rests for ").append(CellWords.count(row.out("coolingOffDays"), "day"));
    }
    if (CellWords.isSome(row.out("daysBefore"))) {
      said.append(
          ", or until %s before the renewal that the rep names"
              .formatted(CellWords.count(row.out("daysBefore"), "day")));
    }
    said.append(
        switch (row.text("follow")) {
          case "" -> "";
          case "suppress" -> "; nobody contacts it again";
          case "merge" -> "; its record is merged with the one in work";
          case "find_contact" -> "; somebody looks for the person who decides";
          default -> "; then comes '%s'".formatted(row.text("follow"));
        });
    if (!row.text("tells").isEmpty()) {
      said.append(
          "; %s hears when the rest is over"
              .formatted(row.text("tells").equals("owner") ? "its owner" : row.text("tells")));
    }
    return said.toString();
  }
}
