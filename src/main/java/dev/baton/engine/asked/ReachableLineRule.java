package dev.baton.engine.asked;

import static dev.baton.engine.gate.ModelXml.id;

import dev.baton.engine.gate.Findings;
import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ModelLookup;
import dev.baton.engine.gate.ModelRule;
import dev.baton.engine.gate.ModelXml;
import dev.baton.engine.gate.ShippedModels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The lines of each scoring profile can be reached: the greatest possible sum, by the points, the
 * caps and the limits together, isn't below them.
 */
public class ReachableLineRule implements ModelRule {
  private static final String THRESHOLDS = "score-threshold";
  private static final String LIMITS = "score-limits";
  private static final String STAGES = "lead-stage";
  private static final List<String> PROFILES = List.of("two-axis", "additive", "gate");
  private static final Set<String> FIT = Set.of("companySize", "industry", "country", "level");
  private static final Set<String> DEEDS = Set.of("signal", "asset", "ages");
  private static final long NO_END = Integer.MAX_VALUE;

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
    for (Element decision : model.all("decision").toList()) {
      for (String profile : PROFILES) {
        if (concerns(id(decision), profile) && !ships(profile, modelLookup)) {
          new Sum(modelLookup, profile).check(decision, findings);
        }
      }
    }
  }

  /** What ships together was looked at when it was built. */
  private boolean ships(String profile, ModelLookup modelLookup) {
    return Stream.of(THRESHOLDS, LIMITS, "score-" + profile, "score-two-axis", STAGES)
        .allMatch(
            table ->
                modelLookup
                    .content(ModelKind.DECISION, table)
                    .map(content -> models.ships(ModelKind.DECISION, table, content))
                    .orElse(true));
  }

  private static boolean concerns(String decision, String profile) {
    return Set.of(THRESHOLDS, LIMITS, STAGES).contains(decision)
        || decision.equals("score-" + profile)
        || (decision.equals("score-two-axis") && profile.equals("additive"));
  }

  /** The greatest sums of one profile. */
  private final class Sum {
    private final ModelLookup lookup;
    private final String profile;

    Sum(ModelLookup lookup, String profile) {
      this.lookup = lookup;
      this.profile = profile;
    }

    void check(Element decision, Findings findings) {
      Map<String, Object> lines = first(THRESHOLDS, Map.of("profile", profile));
      boolean fitIsOnlyAGate = profile.equals("additive");
      long fit = limited(fitIsOnlyAGate ? "two-axis" : profile, "fit", this::fit);
      long behaviour = limited(profile, "behaviour", this::behaviour);
      long total = Math.min(NO_END, (fitIsOnlyAGate ? 0 : fit) + behaviour);
      String sum =
          fitIsOnlyAGate
              ? "behaviour comes to at most %d".formatted(behaviour)
              : "fit comes to at most %d and behaviour to at most %d, together %d"
                  .formatted(fit, behaviour, total);
      line(decision, "mqlAt", lines, total, sum, findings);
      line(decision, "salesReadyAt", lines, total, sum, findings);
      line(decision, "fitAt", lines, fit, "fit comes to at most %d".formatted(fit), findings);
      long acts = acts();
      line(decision, "actsAt", lines, acts, "there are at most %d".formatted(acts), findings);
      Map<String, Long> greatest = Map.of("total", total, "fit", fit, "acts", acts);
      stages(decision, greatest, findings);
    }

    private void line(
        Element decision,
        String name,
        Map<String, Object> lines,
        long greatest,
        String sum,
        Findings findings) {
      if (lines.get(name) instanceof Number line && line.longValue() > greatest) {
        findings.add(
            decision,
            "leaves the line %s = %d of the profile %s out of reach: %s",
            name,
            line.longValue(),
            profile,
            sum);
      }
    }

    /** A row of the stages may name a line of its own. */
    private void stages(Element decision, Map<String, Long> greatest, Findings findings) {
      xml(STAGES).stream()
          .flatMap(table -> StageLine.of(table).stream())
          .filter(line -> line.isFor(profile))
          .filter(line -> line.least() > greatest.getOrDefault(line.input(), NO_END))
          .forEach(
              line ->
                  findings.add(
                      id(decision).equals(STAGES) ? line.row() : decision,
                      "leaves the row '%s' of %s out of reach for the profile %s: it asks for %s of %d,"
                          + " which comes to at most %d",
                      id(line.row()),
                      STAGES,
                      profile,
                      line.input(),
                      line.least(),
                      greatest.getOrDefault(line.input(), NO_END)));
    }

    /** What the definition of acts counts, each row once or without end. */
    private long acts() {
      Map<String, Long> greatest = new LinkedHashMap<>();
      asked(profile, DEEDS).stream()
          .flatMap(List::stream)
          .filter(row -> "act".equals(row.outputs().get("axis")))
          .forEach(
              row ->
                  greatest.put(
                      String.valueOf(row.id()),
                      "once".equals(row.outputs().get("counted")) ? 1 : NO_END));
      return greatest.values().stream().reduce(0L, (a, b) -> Math.min(NO_END, a + b));
    }

    private long limited(String judge, String axis, ToLongFunction<String> sum) {
      long greatest = sum.applyAsLong(judge);
      return first(LIMITS, Map.of("profile", judge, "axis", axis)).get("atMost")
              instanceof Number most
          ? Math.min(greatest, most.longValue())
          : greatest;
    }

    /** One company and one title at a time: rows may exclude each other. */
    private long fit(String judge) {
      return asked(judge, FIT).stream()
          .mapToLong(
              rows ->
                  rows.stream()
                      .filter(row -> "fit".equals(row.outputs().get("axis")))
                      .mapToLong(row -> whole(row.outputs().get("points")))
                      .sum())
          .max()
          .orElse(0);
    }

    /** All that a lead can do, in the course of time: what is counted each time has no end. */
    private long behaviour(String judge) {
      Map<String, Long> greatest = new LinkedHashMap<>();
      asked(judge, DEEDS)
          .forEach(
              rows ->
                  rows.stream()
                      .filter(row -> "behaviour".equals(row.outputs().get("axis")))
                      .forEach(
                          row -> greatest.merge(String.valueOf(row.id()), most(row), Math::max)));
      return greatest.values().stream().reduce(0L, (a, b) -> Math.min(NO_END, a + b));
    }

    private long most(TableAnswers.Row row) {
      long points = Math.max(0, whole(row.outputs().get("points")));
      if (row.outputs().get("cap") instanceof Number cap) {
        return Math.min(NO_END, Math.max(0, cap.longValue()));
      }
      return points == 0 || "once".equals(row.outputs().get("counted")) ? points : NO_END;
    }

    private List<List<TableAnswers.Row>> asked(String judge, Set<String> varied) {
      String table = "score-" + judge;
      Optional<TableAnswers.Table> points = table(table);
      Optional<Element> xml = xml(table);
      if (points.isEmpty() || xml.isEmpty()) {
        return List.of();
      }
      TableInputs inputs = new TableInputs(xml.get());
      Map<String, Set<@Nullable Object>> values = new LinkedHashMap<>(inputs.values());
      values.keySet().retainAll(varied);
      if (TableQuestions.count(values) <= TableQuestions.FEW) {
        return TableQuestions.combined(inputs.nothing(), values).stream()
            .map(question -> points.get().ask(question).rows())
            .toList();
      }
      // too many to ask: more than any lead can reach, so that nothing is refused wrongly
      Map<@Nullable String, TableAnswers.Row> rows = new LinkedHashMap<>();
      TableQuestions.of(inputs).stream()
          .flatMap(question -> points.get().ask(question).rows().stream())
          .filter(row -> whole(row.outputs().get("points")) >= 0)
          .forEach(
              row ->
                  rows.merge(
                      row.id(),
                      row,
                      (one, other) ->
                          whole(one.outputs().get("points")) < whole(other.outputs().get("points"))
                              ? other
                              : one));
      return List.of(List.copyOf(rows.values()));
    }

    private Optional<Element> xml(String table) {
      return lookup
          .model(ModelKind.DECISION, table)
          .or(() -> models.find(ModelKind.DECISION, table).map(ShippedModels.Model::xml))
          .flatMap(model -> model.all("decisionTable").findFirst());
    }

    private Map<String, Object> first(String table, Map<String, Object> question) {
      return table(table)
          .map(each -> each.ask(new HashMap<>(question)).rows())
          .flatMap(rows -> rows.stream().findFirst())
          .map(TableAnswers.Row::outputs)
          .orElse(Map.of());
    }

    private Optional<TableAnswers.Table> table(String id) {
      return lookup
          .content(ModelKind.DECISION, id)
          .or(() -> models.find(ModelKind.DECISION, id).map(ShippedModels.Model::content))
          .flatMap(content -> answers.read(content, id));
    }
  }

  private static long whole(@Nullable Object points) {
    return points instanceof Number number ? number.longValue() : 0;
  }
}
