package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Each scoring profile has lines, and they can be reached: the greatest possible sum, by the
 * points, the caps and the limits together, isn't below them.
 */
public class ReachableLineRule implements ModelRule {
  private static final String THRESHOLDS = "score-threshold";
  private static final String STAGES = "lead-stage";

  /** What any profile depends on. */
  private static final Set<String> COMMON =
      Set.of(THRESHOLDS, "score-limits", STAGES, NamedProfile.TABLE);

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
          new Lines(tables, profile, decision, findings).check();
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

  /** The lines of one profile, looked at because of one table. */
  private static final class Lines {
    private final TablesTogether tables;
    private final NamedProfile profile;
    private final Element decision;
    private final Findings findings;
    private final Map<String, Object> lines;

    Lines(TablesTogether tables, NamedProfile profile, Element decision, Findings findings) {
      this.tables = tables;
      this.profile = profile;
      this.decision = decision;
      this.findings = findings;
      this.lines = tables.first(THRESHOLDS, Map.of("profile", profile.name()));
    }

    void check() {
      if (profile.row() != null && !profile.isIn(tables, THRESHOLDS)) {
        findings.add(
            id(decision).equals(NamedProfile.TABLE) ? profile.row() : decision,
            "leaves the profile '%s' of %s without a row of its own in %s; add one",
            profile.name(),
            NamedProfile.TABLE,
            THRESHOLDS);
        return;
      }
      GreatestSums greatest = new GreatestSums(tables, profile.method());
      long fit = greatest.fit();
      long behaviour = greatest.behaviour();
      long total = greatest.total();
      String sum =
          greatest.fitIsOnlyAGate()
              ? "behaviour comes to at most %d".formatted(behaviour)
              : "fit comes to at most %d and behaviour to at most %d, together %d"
                  .formatted(fit, behaviour, total);
      line("mqlAt", total, sum);
      line("salesReadyAt", total, sum);
      line("fitAt", fit, "fit comes to at most %d".formatted(fit));
      long acts = greatest.acts();
      line("actsAt", acts, "there are at most %d".formatted(acts));
      stages(Map.of("total", total, "fit", fit, "acts", acts));
    }

    private void line(String name, long greatest, String sum) {
      if (lines.get(name) instanceof Number line && line.longValue() > greatest) {
        findings.add(
            decision,
            "leaves the line %s = %d of the profile %s out of reach: %s",
            name,
            line.longValue(),
            profile.name(),
            sum);
      }
    }

    /** A row of the stages may name a line of its own. */
    private void stages(Map<String, Long> greatest) {
      tables.xml(STAGES).stream()
          .flatMap(table -> StageLine.of(table).stream())
          .filter(line -> line.isFor(profile.method()))
          .filter(line -> line.least() > greatest.getOrDefault(line.input(), GreatestSums.NO_END))
          .forEach(
              line ->
                  findings.add(
                      id(decision).equals(STAGES) ? line.row() : decision,
                      "leaves the row '%s' of %s out of reach for the profile %s: it asks for %s of %d,"
                          + " which comes to at most %d",
                      id(line.row()),
                      STAGES,
                      profile.name(),
                      line.input(),
                      line.least(),
                      greatest.getOrDefault(line.input(), GreatestSums.NO_END)));
    }
  }
}
