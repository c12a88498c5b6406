package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Each scoring profile has lines, and they can be reached: the greatest possible sum, by the
 * points, the caps and the limits together, isn't below them.
 */
public class ReachableLineRule implements ModelRule {
  /** What any profile depends on. */
  private static final Set<String> COMMON =
      Set.of(ReachableLines.THRESHOLDS, "score-limits", ReachableLines.STAGES, NamedProfile.TABLE);

  private final ShippedModels models;
  private final TableAnswers answers;

  public ReachableLineRule(ShippedModels models, TableAnswers answers) {
    this.models = models;
    this.answers = answers;
  }

  @Override
  public void check(ModelXml model, ModelLookup modelLookup, Findings findings) {
    if (!findings.problems().isEmpty()) {
      return;
    }
    TablesTogether tables = new TablesTogether(models, modelLookup, answers);
    for (Element decision : model.all("decision").toList()) {
      for (NamedProfile profile : NamedProfile.all(tables)) {
        if (concerns(id(decision), profile.method()) && !ships(profile.method(), modelLookup)) {
          new ReachableLines(tables, profile, decision, findings).check();
        }
      }
    }
  }

  /** What ships together was looked at when it was built. */
  private boolean ships(String method, ModelLookup modelLookup) {
    return Stream.concat(COMMON.stream(), Stream.of("score-" + method, "score-two-axis"))
        .allMatch(
            table ->
                modelLookup
                    .content(ModelKind.DECISION, table)
                    .map(content -> models.ships(ModelKind.DECISION, table, content))
                    .orElse(true));
  }

  private static boolean concerns(String decision, String method) {
    return COMMON.contains(decision)
        || decision.equals("score-" + method)
        || (decision.equals("score-two-axis") && method.equals("additive"));
  }
}
