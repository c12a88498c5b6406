package dev.baton.change.definition;

import dev.baton.change.diff.Difference;
import dev.baton.change.diff.ModelDiff;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.deploy.ModelVersion;
import dev.baton.engine.deploy.ModelsInForce;
import dev.baton.engine.deploy.PastModels;
import dev.baton.engine.gate.ModelKind;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelFigures;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.score.Scoring;
import dev.baton.score.ScoringProfile;
import dev.baton.signal.SignalTypes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The definition of an instant: what the models in force then say, and what became of it. */
@Component
public class DefinitionQueries {
  private static final String PROCESS = "lead-handoff";

  private final PastModels models;
  private final Scoring scoring;
  private final SignalTypes signals;
  private final FunnelFigures figures;
  private final DefinitionSignatures signatures;

  DefinitionQueries(
      PastModels models,
      Scoring scoring,
      SignalTypes signals,
      FunnelFigures figures,
      DefinitionSignatures signatures) {
    this.models = models;
    this.scoring = scoring;
    this.signals = signals;
    this.figures = figures;
    this.signatures = signatures;
  }

  /** Since when the models of each time are in force, the newest first. */
  public List<Instant> times() {
    return models.all().stream()
        .map(ModelsInForce::since)
        .sorted((one, other) -> other.compareTo(one))
        .toList();
  }

  /**
   * The definition of an instant.
   *
   * @param from null, or the instant from which differences are told
   */
  public Definition at(Instant at, @Nullable Instant from) {
    List<ModelsInForce> times = models.all();
    ModelsInForce then = PastModels.at(at, times);
    int place = times.indexOf(then);
    return new Definition(
        at,
        place == 0 ? null : then.since(),
        then.hash(),
        sections(new DefinitionTables(then, models::file)),
        judged(then.hash()),
        signatures.of(then),
        place == 0 ? null : times.get(place - 1).since(),
        from == null ? null : differences(PastModels.at(from, times), then));
  }

  /** The diagram of handoffs as it was in force. */
  public Optional<String> diagram(Instant at) {
    return PastModels.at(at, models.all())
        .find(ModelKind.PROCESS, PROCESS)
        .map(version -> models.file(version).content());
  }

  private List<DefinitionSection> sections(DefinitionTables tables) {
    ScoringProfile profile = scoring.usualProfile();
    String method = profile.method().word();
    return Stream.of(
            section(
                tables,
                "mql",
                "What is an MQL?",
                new MqlSentences(
                        tables, profile, type -> signals.label(type).orElse(CellWords.plain(type)))
                    .sentences(),
                "lead-stage",
                "score-threshold",
                "scoring-profile",
                "hand-raiser"),
            section(
                tables,
                "sal",
                "What is an SAL?",
                AcceptanceSentences.sal(tables),
                "handoff-policy"),
            section(
                tables,
                "sql",
                "What is an SQL?",
                AcceptanceSentences.sql(tables),
                "handoff-policy",
                "qualification-pack",
                "non-negotiable"),
            section(
                tables,
                "deadlines",
                "By when?",
                DeadlineSentences.of(tables),
                "sla-policy",
                "escalation-ladder"),
            new DefinitionSection(
                "owners",
                "Who is asked?",
                Stream.of(
                        tables.since(ModelKind.PROCESS, PROCESS),
                        tables.since(ModelKind.DECISION, "lead-routing"))
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElse(null),
                OwnerSentences.of(tables, PROCESS)),
            section(
                tables,
                "reasons",
                "Why not, and what follows?",
                ReasonSentences.of(tables),
                "rejection-reasons",
                "rejection-next-step"),
            section(
                tables,
                "score",
                "What does the score count?",
                new ScoreSentences(tables, method).sentences(),
                "score-" + method,
                "score-limits",
                "score-decay"))
        .toList();
  }

  private static DefinitionSection section(
      DefinitionTables tables, String code, String title, List<String> sentences, String... from) {
    return new DefinitionSection(code, title, tables.since(ModelKind.DECISION, from), sentences);
  }

  private Definition.Judged judged(String hash) {
    return figures
        .sums(Dimension.MODELS, FunnelBasis.COHORT, InstantRange.EVERYTHING)
        .rows()
        .stream()
        .filter(row -> hash.equals(row.key()))
        .map(FunnelRow::of)
        .findFirst()
        .map(
            row ->
                new Definition.Judged(
                    row.mql(),
                    row.sal(),
                    row.sql(),
                    row.rates().acceptance(),
                    row.rates().mqlToSql()))
        .orElseGet(() -> new Definition.Judged(0, 0, 0, null, null));
  }

  private List<Difference> differences(ModelsInForce from, ModelsInForce to) {
    Stream<Difference> changed =
        to.models().stream()
            .flatMap(
                now ->
                    from.find(now.kind(), now.key())
                        .map(before -> differences(before, now))
                        .orElseGet(() -> Stream.of(Difference.ofFile(now.file(), true))));
    Stream<Difference> gone =
        from.models().stream()
            .filter(before -> to.find(before.kind(), before.key()).isEmpty())
            .map(before -> Difference.ofFile(before.file(), false));
    return Stream.concat(changed, gone).distinct().toList();
  }

  private Stream<Difference> differences(ModelVersion before, ModelVersion now) {
    if (before.id().equals(now.id())) {
      return Stream.of();
    }
    ModelFile after = models.file(now);
    return ModelDiff.between(new ModelFile(after.name(), models.file(before).content()), after)
        .stream();
  }
}
