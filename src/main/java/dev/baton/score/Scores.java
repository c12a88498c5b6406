package dev.baton.score;

import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Leads;
import dev.baton.lead.ProfileValue;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalRecorded;
import dev.baton.signal.SignalScreening;
import dev.baton.signal.Signals;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The scores of leads at any instant, and the log of how they changed. */
@Component
public class Scores {
  private final Function<String, List<ProfileValue>> profiles;
  private final BiFunction<String, Instant, List<Signal>> signals;
  private final Scoring scoring;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  @Autowired
  Scores(
      Leads leads,
      Signals signals,
      Scoring scoring,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this(leads::profileLog, signals::of, scoring, jdbc, events);
  }

  Scores(
      Function<String, List<ProfileValue>> profiles,
      BiFunction<String, Instant, List<Signal>> signals,
      Scoring scoring,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.profiles = profiles;
    this.signals = signals;
    this.scoring = scoring;
    this.jdbc = jdbc;
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
              .orElse(new ScoreEntry(asOf, 0, 0, 0, "none yet"));
      return last.shown(failure.sentence());
    }
  }

  /** Fit and the behaviour since an instant: what counts again after a no (rule R8). */
  public Score since(String leadId, Instant asOf, Instant since) {
    DecisionSnapshot tables = scoring.tables();
    return scoring.score(facts(leadId, asOf, tables).since(since), asOf, tables);
  }

  /** As {@link #since}, for who only reads it; empty while a table fails. */
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

  private ScoreFacts facts(String leadId, Instant asOf, DecisionSnapshot tables) {
    Instant since = scoring.horizon(asOf, tables);
    return ScoreFacts.asOf(asOf, profiles.apply(leadId), signals.apply(leadId, since));
  }

  /** How the score changed, oldest first. */
  public List<ScoreEntry> log(String leadId) {
    return jdbc.sql(
            """
            select recorded_at, total, fit, behaviour, model from score_entry
            where lead_id = :lead order by recorded_at, id
            """)
        .param("lead", leadId)
        .query(RecordRows.of(ScoreEntry.class))
        .list();
  }

  @EventListener
  void on(SignalRecorded recorded) {
    Signal signal = recorded.signal();
    DecisionSnapshot tables = scoring.tables();
    ScoreFacts facts = facts(signal.leadId(), signal.recordedAt(), tables);
    Score score = scoring.score(facts, signal.recordedAt(), tables);
    if (latest(signal.leadId()).filter(entry -> entry.tells(score)).isEmpty()) {
      record(signal.leadId(), score);
    }
    events.publishEvent(
        new LeadScored(score, signal, SignalScreening.counts(signal, facts.signals())));
  }

  private Optional<ScoreEntry> latest(String leadId) {
    return jdbc.sql(
            """
            select recorded_at, total, fit, behaviour, model from score_entry
            where lead_id = :lead order by recorded_at desc, id desc
            fetch first 1 row only
            """)
        .param("lead", leadId)
        .query(RecordRows.of(ScoreEntry.class))
        .optional();
  }

  private void record(String leadId, Score score) {
    jdbc.sql(
            """
            insert into score_entry (lead_id, recorded_at, total, fit, behaviour, model)
            values (:lead, :at, :total, :fit, :behaviour, :model)
            """)
        .param("lead", leadId)
        .param("at", Sql.timestamp(score.asOf()))
        .param("total", score.total())
        .param("fit", score.fit())
        .param("behaviour", score.behaviour())
        .param("model", score.model())
        .update();
  }
}
