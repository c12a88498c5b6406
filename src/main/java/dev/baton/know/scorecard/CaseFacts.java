package dev.baton.know.scorecard;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.score.SignalDetails;
import dev.baton.signal.RecordedSignal;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalHistory;
import dev.baton.signal.SignalOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was known of leads at instants, as a score would be computed from it, many at once. */
@Component
class CaseFacts {
  private static final int CHUNK = 500;

  /** Stands where a signal has its type: an import told where a lead came from, not what it did. */
  static final String ORIGIN = "imported";

  private final Leads leads;
  private final SignalHistory signals;
  private final Scoring scoring;

  CaseFacts(Leads leads, SignalHistory signals, Scoring scoring) {
    this.leads = leads;
    this.signals = signals;
    this.scoring = scoring;
  }

  /** In the order of the cases. */
  List<ScoreFacts> of(List<PastCase> cases, DecisionSnapshot tables) {
    List<ScoreFacts> facts = new ArrayList<>();
    for (int from = 0; from < cases.size(); from += CHUNK) {
      List<PastCase> chunk = cases.subList(from, Math.min(from + CHUNK, cases.size()));
      List<String> ids = chunk.stream().map(PastCase::leadId).distinct().toList();
      Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
      Map<String, List<RecordedSignal>> heard = signals.of(ids);
      Map<String, Lead> known = leads.all(ids);
      for (PastCase one : chunk) {
        ScoreFacts told =
            facts(
                one,
                profiles.getOrDefault(one.leadId(), List.of()),
                heard.getOrDefault(one.leadId(), List.of()),
                tables);
        facts.add(one.imported() ? withOrigin(told, one, known.get(one.leadId())) : told);
      }
    }
    return facts;
  }

  /** An import tells a profile with the outcome: its values have no instant of their own. */
  private ScoreFacts facts(
      PastCase one,
      List<ProfileValue> profile,
      List<RecordedSignal> heard,
      DecisionSnapshot tables) {
    Instant since = scoring.horizon(one.at(), tables);
    List<Signal> known =
        heard.stream()
            .filter(recorded -> knew(one, recorded))
            .map(RecordedSignal::signal)
            .filter(signal -> signal.occurredAt().isAfter(since))
            .sorted(Comparator.comparing(Signal::occurredAt).thenComparing(Signal::id))
            .toList();
    Instant asOf = one.imported() ? Instant.MAX : one.at();
    return new ScoreFacts(Profile.of(profile, asOf), known);
  }

  private static ScoreFacts withOrigin(ScoreFacts facts, PastCase one, @Nullable Lead lead) {
    if (lead == null
        || lead.source() == null
        || SignalDetails.source(facts.signals()).isPresent()) {
      return facts;
    }
    Instant at = one.at();
    SignalOrigin origin = new SignalOrigin(lead.channel(), lead.source(), lead.campaign());
    return facts.and(new Signal(one.handoffId(), lead.id(), ORIGIN, at, at, at, origin, Map.of()));
  }

  private static boolean knew(PastCase one, RecordedSignal recorded) {
    Signal signal = recorded.signal();
    if (signal.occurredAt().isAfter(one.at())) {
      return false;
    }
    if (one.imported()) {
      return true;
    }
    boolean known =
        !signal.knownAt().isAfter(one.at())
            || (recorded.recordedFor().equals(one.recordedFor())
                && !recorded.firstKnownAt().isAfter(one.at()));
    return known && !signal.recordedAt().isAfter(one.at());
  }
}
