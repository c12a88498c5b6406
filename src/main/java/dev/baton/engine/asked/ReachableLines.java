package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import java.util.Map;
import org.w3c.dom.Element;

/** The lines of one profile, looked at because of one table. */
final class ReachableLines {
  static final String THRESHOLDS = "score-threshold";
  static final String STAGES = "lead-stage";

  private final TablesTogether tables;
  private final NamedProfile profile;
  private final Element decision;
  private final Findings findings;
  private final Map<String, Object> lines;

  ReachableLines(TablesTogether tables, NamedProfile profile, Element decision, Findings findings) {
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
