package dev.baton.engine.gate;

import static dev.baton.engine.gate.ModelXml.attribute;
import static dev.baton.engine.gate.ModelXml.children;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The agreed reasons for a no say something: each has a code and words, none is "other", none
 * stands there twice for a question, and none goes away while the next step still asks for it.
 */
class TaxonomyRule implements ModelRule {
  private static final String TAXONOMY = "rejection-reasons";
  private static final String NEXT_STEP = "rejection-next-step";
  private static final Set<String> SAY_NOTHING =
      Set.of("other", "others", "misc", "miscellaneous", "unknown", "none", "n/a", "any");

  private final ShippedModels models;

  TaxonomyRule(ShippedModels models) {
    this.models = models;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    table(model, TAXONOMY)
        .forEach(
            table -> {
              Set<String> codes = codes(table, findings);
              needed(modelLookup).stream()
                  .filter(code -> !codes.contains(code))
                  .forEach(
                      code ->
                          findings.add(
                              table,
                              "lacks the code \"%s\", which %s still sends somewhere; take its row"
                                  + " out there first",
                              code,
                              NEXT_STEP));
            });
  }

  private static Set<String> codes(Element table, Findings findings) {
    List<String> columns = columns(table);
    int code = columns.indexOf("code");
    int label = columns.indexOf("label");
    Set<String> codes = new HashSet<>();
    Set<String> perQuestion = new HashSet<>();
    children(table, "rule")
        .forEach(
            row -> {
              String word = word(cell(row, "outputEntry", code));
              says(row, word, word(cell(row, "outputEntry", label)), findings);
              for (String question : questions(cell(row, "inputEntry", 0))) {
                if (word != null && !perQuestion.add(question + " " + word)) {
                  findings.add(row, "repeats the code \"%s\" for %s", word, question);
                }
              }
              codes.add(word);
            });
    return codes;
  }

  private static void says(
      Element row, @Nullable String code, @Nullable String label, Findings findings) {
    if (code == null || code.isBlank()) {
      findings.add(row, "has no code; write a word in quotes, such as \"no_budget\"");
    } else if (!code.matches("[a-z][a-z0-9_]{0,39}")) {
      findings.add(row, "has the code \"%s\"; use small letters, digits and _, at most 40", code);
    } else if (SAY_NOTHING.contains(code.toLowerCase(Locale.ROOT))) {
      findings.add(
          row, "is called \"%s\", from which nobody learns anything; name the reason", code);
    }
    if (label == null || label.isBlank()) {
      findings.add(row, "has no words for a person to read");
    }
  }

  /** The codes that the next step names, one each row. */
  private Set<String> needed(ModelLookup modelLookup) {
    return modelLookup
        .model(ModelKind.DECISION, NEXT_STEP)
        .or(() -> models.find(ModelKind.DECISION, NEXT_STEP).map(ShippedModels.Model::xml))
        .stream()
        .flatMap(model -> table(model, NEXT_STEP))
        .flatMap(table -> children(table, "rule"))
        .flatMap(row -> questions(cell(row, "inputEntry", 0)).stream())
        .filter(code -> !code.equals("any"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Element> table(ModelXml model, String key) {
    return model
        .all("decision")
        .filter(decision -> ModelXml.id(decision).equals(key))
        .flatMap(decision -> ModelXml.all(decision, "decisionTable"));
  }

  private static List<String> columns(Element table) {
    return children(table, "output").map(output -> attribute(output, "name").orElse("")).toList();
  }

  private static String cell(Element row, String kind, int column) {
    List<Element> cells = children(row, kind).toList();
    return column < 0 || column >= cells.size()
        ? ""
        : children(cells.get(column), "text").findFirst().map(ModelXml::text).orElse("");
  }

  private static @Nullable String word(String cell) {
    return cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1).strip() : null;
  }

  /** The words of an input cell; one that says nothing is about any. */
  private static List<String> questions(String cell) {
    return cell.isBlank() || cell.equals("-")
        ? List.of("any")
        : Stream.of(cell.split(","))
            .map(String::strip)
            .map(TaxonomyRule::word)
            .filter(Objects::nonNull)
            .toList();
  }
}
