package dev.baton.know.scorecard;

import static dev.baton.engine.gate.ModelXml.children;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.gate.ModelXml;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A scoring table with learned points. Its rows about what was looked at give way to them; rows
 * about anything else stay as they are.
 */
final class ScorecardTable {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
  private static final String SIGNAL = "signal";

  /** The same file with learned points, and so many for everybody to start with. */
  static ModelFile of(ModelFile file, LearnedPoints points, int base) {
    EditedTable table = new EditedTable(file);
    takeOut(table, points.learned());
    points.fields().forEach(one -> table.addColumn(one.field()));
    if (base != 0) {
      table.addRow(
          "learned-start",
          Map.of(SIGNAL, "null"),
          "fit",
          base,
          "",
          "Where everybody starts: as many leads cross the line as before");
    }
    points
        .fields()
        .forEach(
            one ->
                table.addRow(
                    one.row().rule(),
                    Map.of(one.field().expression(), one.row().value()),
                    "fit",
                    one.row().points(),
                    "",
                    sentence(one.row())));
    points
        .signals()
        .forEach(
            one ->
                table.addRow(
                    one.row().rule(),
                    Map.of(SIGNAL, one.row().value()),
                    "behaviour",
                    one.row().points(),
                    "once",
                    sentence(one.row())));
    return new ModelFile(file.name(), table.written());
  }

  /** A table of limits that lets two axes of the profile count in full. */
  static ModelFile limits(ModelFile file, String profile, int most) {
    EditedTable table = new EditedTable(file);
    int atMost = table.outputs().indexOf("atMost");
    table
        .rules()
        .filter(
            rule ->
                children(rule, "inputEntry")
                    .findFirst()
                    .filter(cell -> ModelXml.cell(cell).contains("\"%s\"".formatted(profile)))
                    .isPresent())
        .map(rule -> children(rule, "outputEntry").toList().get(atMost))
        .filter(cell -> ModelXml.cell(cell).matches("\\d+"))
        .filter(cell -> Integer.parseInt(ModelXml.cell(cell)) < most)
        .forEach(
            cell ->
                children(cell, "text")
                    .forEach(text -> text.setTextContent(Integer.toString(most))));
    return new ModelFile(file.name(), table.written());
  }

  /** The ids of rows that one version of a table has and the other one hasn't. */
  static List<String> goneFrom(ModelFile before, ModelFile after) {
    List<String> left = ids(after);
    return ids(before).stream().filter(id -> !left.contains(id)).toList();
  }

  private static List<String> ids(ModelFile file) {
    return new EditedTable(file).rules().map(ModelXml::id).toList();
  }

  private static String sentence(PointRow row) {
    String what = row.field().equals("Signal") ? "Did this" : row.field() + " " + row.value();
    return "%s: of %d like that %.0f %% became an SQL"
        .formatted(what.replace("\"", ""), row.n(), row.rate() * 100);
  }

  private static void takeOut(EditedTable table, LearnedPoints.Learned learned) {
    List<String> fields = learned.fields().stream().map(Field::expression).toList();
    for (Element rule : table.rules().toList()) {
      Map<String, String> asked = table.asked(rule);
      String signal = asked.remove(SIGNAL);
      boolean ofSignals = signal != null && !signal.equals("null");
      boolean gone =
          ofSignals
              ? WORD.matcher(signal)
                  .results()
                  .map(MatchResult::group)
                  .map(word -> word.substring(1, word.length() - 1))
                  .allMatch(learned.signals()::contains)
              : fields.containsAll(asked.keySet());
      if (gone) {
        table.remove(rule);
      }
    }
  }
}
