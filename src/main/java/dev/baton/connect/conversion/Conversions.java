package dev.baton.connect.conversion;

import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.LeadFacts.KnownLead;
import dev.baton.connect.connection.OutboundMessage;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Opportunities;
import dev.baton.lead.Lead;
import dev.baton.lead.Suppressions;
import dev.baton.signal.RecordedSignal;
import dev.baton.signal.SignalHistory;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Facts as conversions: a lead's first MQL, SAL and SQL, and each deal that was won. */
@Component
public class Conversions {
  public static final List<String> GOALS = List.of("mql", "sal", "sql", "won");

  static final String WON = "won";
  static final String NO_CONSENT = "the lead has not consented to marketing, or not any more";
  private static final Set<String> STAGES = Set.of("MQL", "SAL", "SQL");

  private final Stages stages;
  private final Opportunities deals;
  private final SignalHistory signals;
  private final Suppressions suppressions;

  Conversions(
      Stages stages, Opportunities deals, SignalHistory signals, Suppressions suppressions) {
    this.stages = stages;
    this.deals = deals;
    this.signals = signals;
    this.suppressions = suppressions;
  }

  /** Of which goal a fact may be one. */
  public static Optional<String> goal(OutboundMessage message) {
    if (message.kind() == FactKind.OUTCOME) {
      return Optional.of(message.content().path("result").asText()).filter(WON::equals);
    }
    return message.kind() == FactKind.STAGE
        ? Optional.of(message.content().path("stage").asText())
            .filter(STAGES::contains)
            .map(stage -> stage.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Why nobody is to be told, asked anew whenever somebody is about to be. */
  public Optional<String> hindrance(KnownLead known) {
    return known.profile().consentsTo("email") && !suppressions.isSuppressed(known.lead().id())
        ? Optional.empty()
        : Optional.of(NO_CONSENT);
  }

  /** Empty where it is none: a lead that comes back reaches a stage once more, and counts once. */
  public Optional<Conversion> of(OutboundMessage message, KnownLead known) {
    Lead lead = known.lead();
    return goal(message)
        .filter(goal -> goal.equals(WON) || isFirst(lead.id(), goal, message.at()))
        .map(
            goal -> {
              Optional<Deal> deal =
                  goal.equals(WON)
                      ? Optional.ofNullable(message.handoffId()).flatMap(deals::of)
                      : Optional.empty();
              return new Conversion(
                  message.key(),
                  goal,
                  message.at(),
                  deal.map(Deal::amount).orElse(null),
                  deal.map(Deal::currency).orElse(null),
                  lead.email(),
                  clickIds(lead.id()));
            });
  }

  /** Those of all signals of a lead. */
  public Map<String, String> clickIds(String leadId) {
    return ClickIds.of(
        signals.of(List.of(leadId)).getOrDefault(leadId, List.of()).stream()
            .map(RecordedSignal::signal)
            .toList());
  }

  private boolean isFirst(String leadId, String goal, Instant at) {
    return stages.episodes(leadId).stream()
        .filter(episode -> episode.stage().name().equalsIgnoreCase(goal))
        .map(StageEpisode::enteredAt)
        .min(Comparator.naturalOrder())
        .filter(
            first -> first.truncatedTo(ChronoUnit.MILLIS).equals(at.truncatedTo(ChronoUnit.MILLIS)))
        .isPresent();
  }
}
