package dev.baton.stage;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import dev.baton.signal.SignalTypes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Judges scores by the thresholds and the stage table in force. */
@Component
public class StageRules {
  private static final List<String> FIT_FIELDS = List.of("companySize", "industry", "jobTitle");
  private static final List<String> ASSETS =
      List.of("ebook", "whitepaper", "case_study", "product_guide", "roi_calculator");

  private final Decisions decisions;
  private final Scoring scoring;
  private final Supplier<Set<String>> types;

  @Autowired
  StageRules(Decisions decisions, Scoring scoring, SignalTypes types) {
    this(decisions, scoring, types::known);
  }

  StageRules(Decisions decisions, Scoring scoring, Supplier<Set<String>> types) {
    this.decisions = decisions;
    this.scoring = scoring;
    this.types = types;
  }

  /** What a score means, with or without a hand raised at its instant. */
  public ScoreAssessment verdict(Score score, boolean handRaise) {
    return verdict(score, handRaise, decisions.inForce());
  }

  /** Whether a signal of this type asks for sales (rule R5). */
  public boolean isHandRaiser(String signalType) {
    return isHandRaiser(signalType, decisions.inForce());
  }

  /**
   * What would make it an MQL (rule R12): the unknown fit fields, then each single act, done now,
   * that alone would cross the line; an asset follows its type after a colon. Empty when the score
   * is over the line, and while a table fails, since nobody knows then.
   */
  public List<String> missing(ScoreFacts facts, Instant asOf) {
    try {
      return missing(facts, asOf, decisions.inForce());
    } catch (DecisionFailure failure) {
      return List.of();
    }
  }

  private List<String> missing(ScoreFacts facts, Instant asOf, DecisionSnapshot tables) {
    if (verdict(scoring.score(facts, asOf, tables), false, tables).crosses()) {
      return List.of();
    }
    Stream<String> unknown =
        FIT_FIELDS.stream().filter(field -> facts.profile().get(field).isEmpty());
    Stream<String> enough = acts().filter(act -> isEnough(act, facts, asOf, tables));
    return Stream.concat(unknown, enough).toList();
  }

  private Stream<String> acts() {
    return types.get().stream()
        .sorted()
        .flatMap(
            type ->
                type.equals("content_downloaded")
                    ? ASSETS.stream().map(asset -> type + ":" + asset)
                    : Stream.of(type));
  }

  private boolean isEnough(String act, ScoreFacts facts, Instant asOf, DecisionSnapshot tables) {
    String[] parts = act.split(":", 2);
    Map<String, Object> properties = parts.length == 2 ? Map.of("asset", parts[1]) : Map.of();
    Signal signal =
        new Signal("if:" + act, "", parts[0], asOf, asOf, asOf, SignalOrigin.UNKNOWN, properties);
    Score score = scoring.score(facts.and(signal), asOf, tables);
    return verdict(score, isHandRaiser(parts[0], tables), tables).crosses();
  }

  boolean isHandRaiser(String signalType, DecisionSnapshot tables) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("signal", signalType);
    return tables.row("hand-raiser", inputs).yes("handRaiser");
  }

  ScoreAssessment verdict(Score score, boolean handRaise, DecisionSnapshot tables) {
    Map<String, Object> inputs =
        new HashMap<>(
            tables.row("score-threshold", Map.of("profile", score.profile().name())).outputs());
    inputs.put("profile", score.profile().method().word());
    inputs.put("handRaise", handRaise);
    inputs.put("total", score.total());
    inputs.put("fit", score.fit());
    inputs.put("acts", score.acts());
    DecisionRow row = tables.row("lead-stage", inputs);
    return new ScoreAssessment(
        row.word("verdict", ScoreAssessment.Kind::of), row.optionalText("reason").orElse(""));
  }
}
