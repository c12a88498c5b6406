package dev.baton.alert.text;

import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.people.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One version of the table {@code message-text}. What it doesn't say in a language is said as it
 * ships, and what ships in English alone in English.
 */
final class TextTable {
  static final String ID = "message-text";
  static final TextTable SHIPPED = new TextTable(Decisions.shippedRows(ID), Map.of());

  private final List<DecisionRow> rows;
  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  private TextTable(List<DecisionRow> rows, Map<Language, Map<String, String>> otherwise) {
    this.rows = rows;
    for (Language language : Language.values()) {
      Map<String, String> said = new HashMap<>(otherwise.getOrDefault(language, Map.of()));
      Map<String, String> shipped = otherwise.getOrDefault(Language.EN, Map.of());
      rows.forEach(row -> read(row, language, shipped, said));
      texts.put(language, Map.copyOf(said));
    }
  }

  /** The version of these rows; what they lack is as it ships. */
  static TextTable of(List<DecisionRow> rows) {
    return new TextTable(rows, SHIPPED.texts);
  }

  /** English that was changed here is nearer than a translation of what was there before. */
  private static void read(
      DecisionRow row, Language language, Map<String, String> shipped, Map<String, String> said) {
    String word = row.text("message");
    row.optionalText(column(language))
        .filter(text -> !text.isBlank())
        .or(
            () ->
                row.optionalText(column(Language.EN))
                    .filter(text -> !text.isBlank() && !text.equals(shipped.get(word))))
        .ifPresent(text -> said.put(word, text));
  }

  private static String column(Language language) {
    return language == Language.EN ? "text" : language.code();
  }

  boolean isOf(List<DecisionRow> others) {
    return rows == others;
  }

  /** By the word of each row. */
  Map<String, String> in(Language language) {
    return texts.getOrDefault(language, Map.of());
  }
}
