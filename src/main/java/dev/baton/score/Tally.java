package dev.baton.score;

import dev.baton.engine.InForce;
import dev.baton.lead.Profile;
import dev.baton.signal.Screening;
import dev.baton.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Adds up one score from one set of facts. */
class Tally {
  private record Kind(String signal, String asset) {}

  private final ScoringProfile model;
  private final InForce tables;
  private final Facts facts;
  private final Instant asOf;

  Tally(ScoringProfile model, InForce tables, Facts facts, Instant asOf) {
    this.model = model;
    this.tables = tables;
    this.facts = facts;
    this.asOf = asOf;
  }

  Score score() {
    List<Contribution> fit = fit();
    int fitFigure = sum(fit);
    List<Contribution> rest = limited(model, "behaviour", rest());
    List<Contribution> all =
        Stream.concat(fit.stream().map(this::inTheSum), rest.stream()).toList();
    int total = sum(all);
    int behaviour = sum(rest);
    String name = model.word() + " v" + tables.version(model.table());
    return new Score(total, fitFigure, behaviour, band(total), name, asOf, all);
  }

  private List<Contribution> fit() {
    ScoringProfile judge = model.fitIsOnlyAGate() ? ScoringProfile.TWO_AXIS : model;
    List<Contribution> matched =
        matched(judge, profileInputs())
            .map(Rule::ofProfile)
            .filter(contribution -> contribution.axis().equals("fit"))
            .toList();
    return limited(judge, "fit", matched);
  }

  private Contribution inTheSum(Contribution fit) {
    return model.fitIsOnlyAGate()
        ? new Contribution(fit.rule(), fit.axis(), 0, fit.reason(), fit.evidence())
        : fit;
  }

  /** Everything but fit, strongest first: signals, and behaviour that the profile tells. */
  private List<Contribution> rest() {
    Map<Rule, List<Signal>> evidence = new LinkedHashMap<>();
    kinds()
        .forEach(
            (kind, signals) ->
                matched(model, signalInputs(kind, signals))
                    .forEach(
                        rule ->
                            evidence
                                .computeIfAbsent(rule, none -> new ArrayList<>())
                                .addAll(signals)));
    Stream<Contribution> ofSignals =
        evidence.entrySet().stream()
            .flatMap(
                entry ->
                    entry
                        .getKey()
                        .ofSignals(entry.getValue(), Decay.of(entry.getKey().axis(), tables), asOf)
                        .stream());
    Stream<Contribution> ofProfile =
        matched(model, profileInputs())
            .map(Rule::ofProfile)
            .filter(contribution -> !contribution.axis().equals("fit"));
    return Stream.concat(ofSignals, ofProfile)
        .sorted(
            Comparator.comparing(Contribution::points).reversed().thenComparing(Contribution::rule))
        .toList();
  }

  private Map<Kind, List<Signal>> kinds() {
    Map<String, String> flagged = Screening.flags(facts.signals());
    Map<Kind, List<Signal>> kinds = new LinkedHashMap<>();
    facts.signals().stream()
        .filter(signal -> !flagged.containsKey(signal.id()))
        .forEach(
            signal ->
                kinds
                    .computeIfAbsent(
                        new Kind(signal.type(), signal.property("asset")),
                        none -> new ArrayList<>())
                    .add(signal));
    return kinds;
  }

  private Stream<Rule> matched(ScoringProfile profile, Map<String, Object> inputs) {
    return tables.evaluate(profile.table(), inputs).stream().map(Rule::of);
  }

  // Profile and signals are asked for apart: a fit rule must count once, not once for each kind.
  private Map<String, Object> profileInputs() {
    Profile profile = facts.profile();
    Map<String, Object> inputs = inputs();
    inputs.put("companySize", profile.companySize().orElse(null));
    inputs.put("industry", profile.get("industry").orElse(null));
    inputs.put("country", profile.get("country").orElse(null));
    inputs.put("level", level());
    return inputs;
  }

  private Map<String, Object> signalInputs(Kind kind, List<Signal> signals) {
    Map<String, Object> inputs = inputs();
    inputs.put("signal", kind.signal());
    inputs.put("asset", kind.asset());
    inputs.put("ages", signals.stream().map(signal -> Decay.age(signal, asOf)).sorted().toList());
    return inputs;
  }

  private static Map<String, Object> inputs() {
    Map<String, Object> inputs = new HashMap<>();
    Stream.of("signal", "asset", "ages", "companySize", "industry", "country", "level")
        .forEach(input -> inputs.put(input, null));
    return inputs;
  }

  private String level() {
    Map<String, Object> title = new HashMap<>();
    title.put("jobTitle", facts.profile().get("jobTitle").orElse(null));
    return (String) tables.evaluate("job-level", title).get(0).get("level");
  }

  private String band(int total) {
    return (String) tables.evaluate("score-band", Map.of("total", total)).get(0).get("band");
  }

  /** Adds the cap or the floor of an axis as a contribution of its own, so that the sum holds. */
  private List<Contribution> limited(
      ScoringProfile profile, String axis, List<Contribution> contributions) {
    int sum = sum(contributions);
    return tables.evaluate("score-limits", Map.of("profile", profile.word(), "axis", axis)).stream()
        .flatMap(
            row ->
                Stream.of(
                    cap(axis, sum, (Integer) row.get("atMost")),
                    floor(axis, sum, (Integer) row.get("atLeast"))))
        .filter(Objects::nonNull)
        .collect(() -> new ArrayList<>(contributions), List::add, List::addAll);
  }

  private static Contribution cap(String axis, int sum, Integer atMost) {
    return atMost == null || sum <= atMost
        ? null
        : new Contribution(
            axis + "-cap", axis, atMost - sum, "Together at most " + atMost, List.of());
  }

  private static Contribution floor(String axis, int sum, Integer atLeast) {
    return atLeast == null || sum >= atLeast
        ? null
        : new Contribution(
            axis + "-floor", axis, atLeast - sum, "Together at least " + atLeast, List.of());
  }

  private static int sum(List<Contribution> contributions) {
    return contributions.stream().mapToInt(Contribution::points).sum();
  }
}
