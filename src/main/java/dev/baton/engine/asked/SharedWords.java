package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.gate.FeelRule;
import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Words that tables share: what one of them says, and what others ask for by the same name. */
final class SharedWords {
  private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");

  private SharedWords() {}

  /** What the column of a table says in quotes, and nothing else. */
  static Stream<String> said(Element table, String column) {
    List<String> columns =
        children(table, "output").map(output -> attribute(output, "name").orElse("")).toList();
    int at = columns.indexOf(column);
    return at < 0
        ? Stream.of()
        : children(table, "rule")
            .flatMap(row -> children(row, "outputEntry").skip(at).limit(1))
            .map(ModelXml::cell)
            .filter(cell -> WORD.matcher(cell).matches())
            .map(cell -> cell.substring(1, cell.length() - 1));
  }

  /** What the conditions of a row ask an input for. */
  static Stream<String> asked(Element table, Element row, String input) {
    List<Element> columns = children(table, "input").toList();
    List<String> cells = children(row, "inputEntry").map(ModelXml::cell).toList();
    return IntStream.range(0, Math.min(columns.size(), cells.size()))
        .filter(at -> isOf(columns.get(at), input))
        .mapToObj(cells::get)
        .flatMap(cell -> WORD.matcher(cell).results().map(word -> word.group(1)));
  }

  /** Whether any cell of a table names a word. */
  static boolean names(Element table, String word) {
    return Stream.of("inputEntry", "outputEntry")
        .flatMap(kind -> ModelXml.all(table, kind))
        .anyMatch(cell -> ModelXml.cell(cell).contains("\"" + word + "\""));
  }

  private static boolean isOf(Element column, String input) {
    return children(column, "inputExpression")
        .anyMatch(expression -> FeelRule.names(expression).contains(input));
  }
}
