package dev.baton.engine.asked;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Word that a table says when it is asked.
 *
 * @param row the id of the row that says it
 */
record SaidWord(@Nullable String row, String word, Map<String, @Nullable Object> question) {

  /** What it says of itself: an input's own value is whoever's gave it. */
  static Stream<SaidWord> all(TablesTogether tables, Element xml, String table, String word) {
    return tables.table(table).stream()
        .flatMap(
            asked ->
                TableQuestions.of(new TableInputs(xml)).stream()
                    .flatMap(
                        question ->
                            asked.ask(question).rows().stream()
                                .filter(row -> row.outputs().get(word) instanceof String)
                                .map(
                                    row ->
                                        new SaidWord(
                                            row.id(),
                                            String.valueOf(row.outputs().get(word)),
                                            question))))
        .filter(answer -> !answer.question().containsValue(answer.word()));
  }
}
