package dev.baton.score;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadReads;
import dev.baton.lead.Leads;
import dev.baton.lead.LeadsRemoved;
import dev.baton.lead.ProfileValue;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalFeed;
import dev.baton.signal.SignalRecorded;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.Signals;
import dev.baton.signal.SignalsArriving;
import dev.baton.signal.SignalsSettled;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The scores of leads at any instant, and the log of how they changed. */
@Component
public class Scores {
  /** Where what is known of leads is read. */
  interface Knowledge {
    List<ProfileValue> profileLog(LeadBatch batch, String leadId);

    /** By lead id. */
    Map<String, List<Signal>> signals(Collection<String> leadIds, Instant since);
  }

  private final Knowledge knowledge;
  private final Scoring scoring;
  private final ScoreEntries entries;
  private final ApplicationEventPublisher events;
  private final LeadReads<List<Signal>> windows = LeadReads.ofEarlier(this::window);

  @Autowired
  Scores(
      Leads leads,
      Signals signals,
      Scoring scoring,
      ScoreEntries entries,
      ApplicationEventPublisher events) {
    this(
        new Knowledge() {
          @Override
          public List<ProfileValue> profileLog(LeadBatch batch, String leadId) {
            return leads.profileLog(batch, leadId);
          }

          @Override
          public Map<String, List<Signal>> signals(Collection<String> leadIds, Instant since) {
            return signals.of(leadIds, since);
          }
        },
        scoring,
        entries,
        events);
  }

  Scores(
      Knowledge knowledge,
      Scoring scoring,
      ScoreEntries entries,
      ApplicationEventPublisher events) {
    this.knowledge = knowledge;
    this.scoring = scoring;
    this.entries = entries;
    this.events = events;
  }

  /** The score as it was at an instant or, in the future, would fade to. */
  public Score score(String leadId, Instant asOf) {
    DecisionSnapshot tables = scoring.tables();
    return scoring.score(facts(leadId, asOf, tables), asOf, tables);
  }

  /** The score of what was known at an instant. */
  public Score of(ScoreFacts facts, Instant asOf) {
    return scoring.score(facts, asOf, scoring.tables());
  }

  /**
   * The score for who only reads it: while a table fails, what was recorded last, with the reason
   * in its only contribution.
   */
  public Score shown(String leadId, Instant asOf) {
    try {
      return score(leadId, asOf);
    } catch (DecisionFailure failure) {
      ScoreEntry last =
          log(leadId).stream()
              .filter(entry -> !entry.recordedAt().isAfter(asOf))
              .reduce((earlier, later) -> later)
              .orElse(new ScoreEntry(asOf, 0, 0, 0, "none yet", null));
      return last.shown(scoring.usualProfile(), failure.sentence());
    }
  }

  /** Fit and the behaviour since an instant: what counts again after a no (rule R8). */
  public Score since(String leadId, Instant asOf, Instant since) {
    DecisionSnapshot tables = scoring.tables();
    return scoring.score(facts(leadId, asOf, tables).since(since), asOf, tables);
  }

  /**
   * As {@link #since(String, Instant, Instant)}, for who only reads it; empty while a table fails.
   */
  public Optional<Score> knownSince(String leadId, Instant asOf, Instant since) {
    try {
      return Optional.of(since(leadId, asOf, since));
    } catch (DecisionFailure failure) {
      return Optional.empty();
    }
  }

  /** What was known of a lead at an instant, as far back as it matters for a score. */
  public ScoreFacts facts(String leadId, Instant asOf) {
    return facts(leadId, asOf, scoring.tables());
  }

  /** The same of many leads, by lead id. */
  public Map<String, ScoreFacts> facts(Collection<String> leadIds, Instant asOf) {
    return facts(new LeadBatch(leadIds, asOf), scoring.tables());
  }

  private ScoreFacts facts(String leadId, Instant asOf, DecisionSnapshot tables) {
    return Objects.requireNonNull(facts(LeadBatch.of(leadId, asOf), tables).get(leadId));
  }

  private Map<String, ScoreFacts> facts(LeadBatch batch, DecisionSnapshot tables) {
    Map<String, List<Signal>> signals =
        knowledge.signals(batch.leadIds(), scoring.horizon(batch.at(), tables));
    return batch.leadIds().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    ScoreFacts.asOf(
                        batch.at(),
                        knowledge.profileLog(batch, id),
                        signals.getOrDefault(id, List.of()))));
  }

  /** How the score changed, oldest first. */
  public List<ScoreEntry> log(String leadId) {
    return entries.of(leadId);
  }

  /** The totals that were last recorded of leads, whole points by lead id. */
  public Map<String, Integer> lastRecorded(Collection<String> leadIds) {
    return leadIds.isEmpty()
        ? Map.of()
        : entries.latest(leadIds).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().total()));
  }

  @EventListener
  void on(SignalsArriving arriving) {
    LeadBatch batch = arriving.batch();
    batch.leadIds().forEach(id -> windows.of(batch, id));
  }

  private Map<String, List<Signal>> window(LeadBatch batch) {
    return knowledge.signals(batch.leadIds(), scoring.horizon(batch.at(), scoring.tables()));
  }

  @EventListener
  void on(SignalRecorded recorded) {
    Signal signal = recorded.signal();
    LeadBatch batch = recorded.batch();
    ScoreFacts facts = facts(signal, batch);
    DecisionSnapshot tables = scoring.tables();
    Score score = scoring.score(facts, signal.recordedAt(), tables);
    entries.note(batch, signal.leadId(), score, tables.hash());
    boolean counted = SignalScreening.counts(signal, facts.signals());
    events.publishEvent(new LeadScored(score, signal, facts, counted, batch));
  }

  /** What was read before the signals of the batch were written, and those that were told of. */
  private ScoreFacts facts(Signal signal, LeadBatch batch) {
    boolean arrived = windows.isRead(batch);
    List<Signal> known = windows.of(batch, signal.leadId()).orElse(List.of());
    if (arrived) {
      known =
          Stream.concat(known.stream(), Stream.of(signal))
              .sorted(Comparator.comparing(Signal::occurredAt))
              .toList();
      windows.know(batch, signal.leadId(), known);
    }
    return ScoreFacts.asOf(
        signal.recordedAt(), knowledge.profileLog(batch, signal.leadId()), known);
  }

  @EventListener
  void on(SignalsSettled settled) {
    entries.write(settled.batch());
  }

  /** What is left counts from now on. */
  @EventListener
  void on(SignalFeed.Removed removed) {
    LeadBatch batch = new LeadBatch(removed.leadIds(), removed.at());
    DecisionSnapshot tables = scoring.tables();
    for (String lead : batch.leadIds()) {
      entries.note(batch, lead, score(lead, removed.at()), tables.hash());
    }
    entries.write(batch);
  }

  @EventListener
  void on(LeadsRemoved removed) {
    entries.remove(removed.leadIds());
  }
}
