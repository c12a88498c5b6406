package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.children;
import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * A territory or a segment that one table says is one that another knows, and one that a table asks
 * for is one that is said: a word that stands alone is a slip of the pen. What ships is known.
 */
public class SharedWordRule implements ModelRule {
  /** Which table says the words of an input. */
  private static final Map<String, String> SAID_BY =
      Map.of("territory", "lead-territory", "segment", "lead-segment");

  private final ShippedModels models;
  private final TableAnswers answers;
  private final KnownNames names;

  public SharedWordRule(ShippedModels models, TableAnswers answers, KnownNames names) {
    this.models = models;
    this.answers = answers;
    this.names = names;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    if (!findings.problems().isEmpty()) {
      return;
    }
    TablesTogether tables = new TablesTogether(models, modelLookup, answers);
    for (Element decision : model.all("decision").toList()) {
      ModelXml.all(decision, "decisionTable")
          .filter(table -> isOfACompany(id(decision), modelLookup))
          .forEach(
              table ->
                  SAID_BY.forEach(
                      (word, said) -> {
                        if (id(decision).equals(said)) {
                          says(tables, table, word, said, findings);
                        } else {
                          asks(tables, table, word, said, findings);
                        }
                      }));
    }
  }

  /** What ships together was looked at when it was built; of tables of one's own nobody knows. */
  private boolean isOfACompany(String decision, ModelLookup modelLookup) {
    return models.find(ModelKind.DECISION, decision).isPresent()
        && modelLookup
            .content(ModelKind.DECISION, decision)
            .filter(content -> !models.ships(ModelKind.DECISION, decision, content))
            .isPresent();
  }

  private void asks(
      TablesTogether tables, Element table, String word, String saidBy, Findings findings) {
    Set<String> said = new TreeSet<>(KnownNames.shipped(models, saidBy, word));
    tables
        .xml(saidBy)
        .ifPresent(
            xml -> SaidWord.all(tables, xml, saidBy, word).forEach(each -> said.add(each.word())));
    children(table, "rule")
        .forEach(
            row ->
                SharedWords.asked(table, row, word)
                    .filter(asked -> !said.contains(asked))
                    .forEach(
                        asked ->
                            findings.add(
                                row,
                                "asks for the %s \"%s\", which %s never says; it says: %s",
                                word,
                                asked,
                                saidBy,
                                String.join(", ", said))));
  }

  private void says(
      TablesTogether tables, Element table, String word, String saidBy, Findings findings) {
    Set<String> known = new TreeSet<>(KnownNames.shipped(models, saidBy, word));
    boolean isTerritory = word.equals("territory");
    if (isTerritory) {
      known.addAll(names.teamsAndCalendars());
    }
    Set<String> told = new HashSet<>();
    SaidWord.all(tables, table, saidBy, word)
        .filter(answer -> !known.contains(answer.word()))
        .filter(answer -> told.add(answer.row() + answer.word()))
        .filter(answer -> !isNamed(tables, answer.word(), saidBy))
        .forEach(
            answer ->
                findings.add(
                    children(table, "rule")
                        .filter(row -> id(row).equals(answer.row()))
                        .findFirst()
                        .orElse(table),
                    "says the %s \"%s\", which no other table%s knows, asked for %s; write one of"
                        + " them (%s), or deploy it together with a row that asks for it",
                    word,
                    answer.word(),
                    isTerritory ? ", team or calendar" : "",
                    AskedTableRule.words(answer.question()),
                    String.join(", ", known)));
  }

  /** Whether any other table speaks of it. */
  private boolean isNamed(TablesTogether tables, String word, String saidBy) {
    return models.models().stream()
        .filter(model -> model.kind() == ModelKind.DECISION && !model.key().equals(saidBy))
        .flatMap(model -> tables.xml(model.key()).stream())
        .anyMatch(table -> SharedWords.names(table, word));
  }
}
