package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.FeelRule;
import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.gate.TableRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A table in question, asked beside the one that ships. */
final class AskedTable {
  /** Where no answer means something: no limit, no fading, no nurture, no review. */
  private static final Set<String> MAY_BE_SILENT =
      Set.of(
          "score-limits",
          "scoring-profile",
          "score-decay",
          "nurture-entry",
          "nurture-stop",
          "nurture-mail",
          "profile-question",
          "non-negotiable",
          "review-cadence",
          "review-agenda");

  /** Of two columns the first never says more than the second. */
  private static final Map<String, String> ORDERED =
      Map.of(
          "remindMinutes", "reassignMinutes",
          "full", "zero",
          "atLeast", "atMost",
          "warningMinutes", "targetMinutes",
          "warningHours", "hours");

  private static final int MOST_FINDINGS = 5;

  /** What may be less than nothing. */
  private static final String POINTS = "points";

  /** Columns that know a greatest number. */
  private static final Map<String, Integer> MOST =
      Map.of("quietFrom", 24, "quietTo", 24, "hour", 23, "percent", 100);

  /** Columns that know a least number; others take nothing as the least. */
  private static final Map<String, Integer> LEAST = Map.of("targetMinutes", 1);

  private final Element decision;
  private final Element theirs;
  private final TableAnswers.Table candidate;
  private final @Nullable Element ours;
  private final TableAnswers.@Nullable Table shipped;
  private final TablesTogether tables;
  private final KnownNames names;
  private final Findings findings;
  private final Set<String> told = new HashSet<>();

  /** One error is enough: each further one could take as long. */
  private boolean fails;

  /** Whether a touch with an outcome that there is could be the first one. */
  private boolean meets;

  AskedTable(
      Element decision,
      Element theirs,
      TableAnswers.Table candidate,
      TablesTogether tables,
      KnownNames names,
      Findings findings) {
    ShippedModels.Model model = tables.models().find(ModelKind.DECISION, id(decision)).orElse(null);
    this.tables = tables;
    this.names = names;
    this.decision = decision;
    this.theirs = theirs;
    this.candidate = candidate;
    this.ours = model == null ? null : model.xml().all("decisionTable").findFirst().orElse(null);
    this.shipped =
        model == null ? null : tables.answers().read(model.content(), id(decision)).orElse(null);
    this.findings = findings;
  }

  void ask() {
    TableInputs inputs = ours == null ? new TableInputs(theirs) : new TableInputs(theirs, ours);
    for (Map<String, @Nullable Object> question : TableQuestions.of(inputs)) {
      if (told.size() < MOST_FINDINGS && !fails) {
        ask(question);
      }
    }
    if (id(decision).equals("first-touch") && told.isEmpty() && !meets) {
      tell(
          null,
          "says true in the column 'meets' for no touch that there is, so that nobody could ever"
              + " finish the first touch; let a row meet it");
    }
  }

  private void ask(Map<String, @Nullable Object> question) {
    TableAnswers.Answer answer = candidate.ask(question);
    TableAnswers.Answer before = shipped == null ? null : shipped.ask(question);
    if (answer.failure() != null) {
      if (before == null || before.failure() == null) {
        tell(answer.failing(), answer.failure());
        fails = true;
      }
    } else if (answer.rows().isEmpty()) {
      if (before != null && !before.rows().isEmpty() && isOwed()) {
        tell(
            null,
            "gives no answer for %s, where one is owed".formatted(AskedTableRule.words(question)));
      }
    } else if (ours != null) {
      answer.rows().forEach(row -> read(ours, row, question));
      answer.rows().forEach(row -> ordered(row, question));
      answer.rows().forEach(row -> names(row, question));
    }
  }

  private boolean isOwed() {
    boolean many = attribute(theirs, "hitPolicy").orElse("UNIQUE").matches("COLLECT|RULE ORDER");
    return !many && !MAY_BE_SILENT.contains(id(decision));
  }

  private void ordered(TableAnswers.Row row, Map<String, @Nullable Object> question) {
    ORDERED.forEach(
        (less, more) -> {
          if (row.outputs().get(less) instanceof Number first
              && row.outputs().get(more) instanceof Number second
              && first.doubleValue() > second.doubleValue()
              && !isShortenedAtRunTime(row, more)) {
            tell(
                row.id(),
                says(
                    less,
                    "%s, more than the %s in '%s',".formatted(first, second, more),
                    question));
          }
        });
  }

  /** A target that depends on the lead shortens a warning that doesn't. */
  private boolean isShortenedAtRunTime(TableAnswers.Row row, String more) {
    List<String> columns =
        children(theirs, "output").map(output -> attribute(output, "name").orElse("")).toList();
    return more.equals("targetMinutes")
        && children(theirs, "rule")
            .filter(rule -> id(rule).equals(row.id()))
            .flatMap(rule -> children(rule, "outputEntry").skip(columns.indexOf(more)).limit(1))
            .anyMatch(cell -> !FeelRule.names(cell).isEmpty());
  }

  private void names(TableAnswers.Row row, Map<String, @Nullable Object> question) {
    row.outputs()
        .forEach(
            (column, value) ->
                names
                    .unknown(tables, id(decision), column, value, question)
                    .ifPresent(
                        why ->
                            tell(
                                row.id(),
                                "%s, asked for %s"
                                    .formatted(why, AskedTableRule.words(question)))));
    if ("business".equals(row.outputs().get("time"))
        && row.outputs().get("calendar") == null
        && !question.containsValue(null)) {
      tell(
          row.id(),
          "counts business time and names no calendar, asked for %s"
              .formatted(AskedTableRule.words(question)));
    }
    meets |=
        Boolean.TRUE.equals(row.outputs().get("meets"))
            && !question.containsValue(TableInputs.UNKNOWN_WORD);
  }

  private void read(Element ours, TableAnswers.Row row, Map<String, @Nullable Object> question) {
    List<Element> columns = children(ours, "output").toList();
    for (int i = 0; i < columns.size(); i++) {
      String name = attribute(columns.get(i), "name").orElse("");
      Object value = row.outputs().get(name);
      if (value == null && isAlwaysGiven(ours, i)) {
        tell(row.id(), says(name, "nothing", question));
      } else if (value instanceof Number number
          && number.doubleValue() < 0
          && !name.equals(POINTS)) {
        tell(row.id(), says(name, number + ", which is less than nothing,", question));
      } else if (value instanceof Number number
          && number.doubleValue() < LEAST.getOrDefault(name, Integer.MIN_VALUE)) {
        tell(
            row.id(),
            says(name, "%s, which is less than %d,".formatted(number, LEAST.get(name)), question));
      } else if (value instanceof Number number
          && number.doubleValue() > MOST.getOrDefault(name, Integer.MAX_VALUE)) {
        tell(
            row.id(),
            says(name, "%s, which is more than %d,".formatted(number, MOST.get(name)), question));
      } else if (value instanceof String word) {
        List<String> known = TableRule.known(ours, name);
        if (!known.isEmpty() && !known.contains("\"" + word + "\"")) {
          tell(
              row.id(),
              says(name, "\"" + word + "\", which the application doesn't know,", question));
        }
      }
    }
  }

  private String says(String column, String what, Map<String, @Nullable Object> question) {
    return "says %s in the column '%s', asked for %s"
        .formatted(what, column, AskedTableRule.words(question));
  }

  /** At the row, where one is to blame; each of them once. */
  private void tell(@Nullable String row, String predicate) {
    Element where =
        children(theirs, "rule").filter(rule -> id(rule).equals(row)).findFirst().orElse(decision);
    if (told.add(id(where) + predicate.replaceAll("(asked )?for .*", ""))) {
      findings.add(where, predicate.replace("%", "%%"));
    }
  }

  /** What every shipped row says outright; what a row computes may come to nothing. */
  private static boolean isAlwaysGiven(Element table, int column) {
    return children(table, "rule")
        .allMatch(
            rule ->
                children(rule, "outputEntry")
                    .skip(column)
                    .findFirst()
                    .filter(cell -> FeelRule.names(cell).isEmpty())
                    .map(ModelXml::cell)
                    .filter(text -> !text.isEmpty() && !text.equals("null"))
                    .isPresent());
  }
}
