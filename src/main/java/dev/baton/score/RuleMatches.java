package dev.baton.score;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Profile;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a scoring table says of a lead. It is asked once for the profile, with no signal, and once
 * for each kind of signal, with no profile: so a fit rule counts once, not once for each kind.
 */
class RuleMatches {
  private static final List<String> INPUTS =
      List.of("signal", "asset", "ages", "companySize", "industry", "country", "level");

  /** Only given to a table that asks for them. */
  private static final List<String> DETAILS = List.of("source", "properties");

  private record Kind(String signal, @Nullable String asset) {}

  private final ScoringMethod method;
  private final DecisionSnapshot tables;
  private final ScoreFacts facts;
  private final Instant asOf;
  private final boolean asksDetails;

  RuleMatches(ScoringMethod method, DecisionSnapshot tables, ScoreFacts facts, Instant asOf) {
    this.method = method;
    this.tables = tables;
    this.facts = facts;
    this.asOf = asOf;
    // each lead says something else in its forms: no answer of a table is remembered in vain
    this.asksDetails = DETAILS.stream().anyMatch(input -> tables.asks(method.table(), input));
  }

  List<Contribution> ofProfile() {
    Profile known = facts.profile();
    Map<String, Object> inputs = nothing();
    inputs.put("companySize", known.companySize().orElse(null));
    inputs.put("industry", known.get("industry").orElse(null));
    inputs.put("country", known.get("country").orElse(null));
    inputs.put("level", JobLevel.of(known, tables));
    if (asksDetails) {
      inputs.put("source", SignalDetails.source(facts.signals()).orElse(null));
      inputs.put("properties", SignalDetails.properties(facts.signals()));
    }
    return matched(inputs).map(ScoreRule::ofProfile).toList();
  }

  List<Contribution> ofSignals() {
    Map<ScoreRule, List<Signal>> evidence = new LinkedHashMap<>();
    kinds()
        .forEach(
            (kind, signals) ->
                matched(inputs(kind, signals)).forEach(rule -> add(evidence, rule, signals)));
    List<Contribution> contributions = new ArrayList<>();
    evidence.forEach(
        (rule, signals) ->
            contributions.addAll(rule.ofSignals(signals, Decay.of(rule.axis(), tables), asOf)));
    return contributions;
  }

  /** A row may name several kinds: they are its evidence together. */
  private static void add(
      Map<ScoreRule, List<Signal>> evidence, ScoreRule rule, List<Signal> signals) {
    evidence.computeIfAbsent(rule, none -> new ArrayList<>()).addAll(signals);
  }

  private Map<Kind, List<Signal>> kinds() {
    Map<String, String> flagged = SignalScreening.flags(facts.signals());
    return facts.signals().stream()
        .filter(signal -> !flagged.containsKey(signal.id()))
        .collect(groupingBy(signal -> new Kind(signal.type(), signal.property("asset"))));
  }

  private Map<String, Object> inputs(Kind kind, List<Signal> signals) {
    Map<String, Object> inputs = nothing();
    inputs.put("signal", kind.signal());
    inputs.put("asset", kind.asset());
    inputs.put("ages", signals.stream().map(signal -> Decay.age(signal, asOf)).sorted().toList());
    return inputs;
  }

  private Stream<ScoreRule> matched(Map<String, Object> inputs) {
    return tables.rows(method.table(), inputs).stream().map(ScoreRule::of);
  }

  private Map<String, Object> nothing() {
    Map<String, Object> inputs = new HashMap<>();
    INPUTS.forEach(input -> inputs.put(input, null));
    if (asksDetails) {
      DETAILS.forEach(input -> inputs.put(input, null));
    }
    return inputs;
  }
}
