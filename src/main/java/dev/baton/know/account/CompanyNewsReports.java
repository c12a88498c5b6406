package dev.baton.know.account;

import dev.baton.connect.company.CompanySignal;
import dev.baton.connect.company.CompanySignals;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import dev.baton.lead.Profile;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Company signals with their points, as the tables count each of them alone. */
@Component
public class CompanyNewsReports {
  /** Rule R12: at that age nothing is left of a signal's points. */
  private static final Duration COUNTS = Duration.ofDays(90);

  private final CompanySignals signals;
  private final Scoring scoring;
  private final Decisions decisions;
  private final Clock clock;

  CompanyNewsReports(CompanySignals signals, Scoring scoring, Decisions decisions, Clock clock) {
    this.signals = signals;
    this.scoring = scoring;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Of the last 90 days, the latest first. */
  public List<CompanyNews> of(String accountId) {
    Instant now = clock.instant();
    DecisionSnapshot tables = decisions.inForce();
    return signals.of(accountId, now.minus(COUNTS)).stream()
        .map(signal -> news(signal, now, tables))
        .toList();
  }

  private CompanyNews news(CompanySignal signal, Instant now, DecisionSnapshot tables) {
    int full = points(signal, signal.occurredAt(), tables);
    return new CompanyNews(
        signal.type(),
        signal.sender(),
        signal.occurredAt(),
        points(signal, now, tables),
        full,
        full == 0 ? null : signal.occurredAt().plus(COUNTS));
  }

  private int points(CompanySignal signal, Instant at, DecisionSnapshot tables) {
    Instant occurred = signal.occurredAt();
    Signal alone =
        new Signal(
            signal.signalId(),
            "",
            signal.type(),
            occurred,
            occurred,
            occurred,
            SignalOrigin.UNKNOWN,
            Map.of());
    return scoring
        .score(new ScoreFacts(new Profile(Map.of()), List.of(alone)), at, tables)
        .behaviour();
  }
}
