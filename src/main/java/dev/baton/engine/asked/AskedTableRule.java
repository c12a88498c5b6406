package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A table is asked before it is deployed: it answers without an error, and where the one that ships
 * answers, with the values that the application can't do without.
 */
public class AskedTableRule implements ModelRule {
  private final ShippedModels models;
  private final TableAnswers answers;
  private final KnownNames names;

  public AskedTableRule(ShippedModels models, TableAnswers answers, KnownNames names) {
    this.models = models;
    this.answers = answers;
    this.names = names;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    if (!findings.problems().isEmpty()) {
      return;
    }
    if (model.all("decision").findAny().isEmpty()) {
      findings.add("", "It holds no decision");
    }
    for (Element decision : model.all("decision").toList()) {
      Element theirs = table(decision);
      TableAnswers.Table candidate =
          modelLookup
              .content(ModelKind.DECISION, id(decision))
              .flatMap(content -> candidate(content, decision, findings))
              .orElse(null);
      if (theirs != null && candidate != null) {
        TablesTogether tables = new TablesTogether(models, modelLookup, answers);
        new AskedTable(decision, theirs, candidate, tables, names, findings).ask();
      }
    }
  }

  private Optional<TableAnswers.Table> candidate(
      byte[] content, Element decision, Findings findings) {
    Optional<ShippedModels.Model> ours = models.find(ModelKind.DECISION, id(decision));
    if (ours.filter(each -> Arrays.equals(each.content(), content)).isPresent()) {
      return Optional.empty();
    }
    try {
      // read even where it says what ships: the engine may not be able to
      Optional<TableAnswers.Table> table = answers.read(content, id(decision));
      return table.filter(each -> !models.ships(ModelKind.DECISION, id(decision), content));
    } catch (RuntimeException e) {
      findings.add(decision, "can't be read as a decision: %s", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static @Nullable Element table(Element within) {
    return ModelXml.all(within, "decisionTable").findFirst().orElse(null);
  }

  /** The inputs that are given, as a person would name them. */
  static String words(Map<String, @Nullable Object> question) {
    List<String> given = new ArrayList<>();
    new TreeMap<>(question)
        .forEach(
            (name, value) -> {
              if (value != null) {
                given.add(
                    "%s = %s"
                        .formatted(name, value instanceof String ? "\"" + value + "\"" : value));
              }
            });
    return given.isEmpty() ? "nothing" : String.join(", ", given);
  }
}
