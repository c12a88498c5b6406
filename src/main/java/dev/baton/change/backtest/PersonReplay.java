package dev.baton.change.backtest;

import dev.baton.change.backtest.FirstDifference.Kind;
import dev.baton.engine.DecisionFailure;
import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.TableVersions;
import dev.baton.signal.RecordedSignal;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Replay of one person: at each instant at which it was judged, what was in force and the proposal
 * are asked with what was known and recorded then. Only the first difference is evidence: what
 * sales did after an MQL, the proposal might not have brought about.
 */
final class PersonReplay {
  /** Signals that sales itself causes: without the handoff they wouldn't have come. */
  private static final Set<String> OF_SALES =
      Set.of("rep_engaged", "demo_completed", "meeting_held");

  private final PersonHistory person;
  private final List<JudgedOccasion> occasions;
  private final TableVersions versions;
  private final DecisionSnapshot proposal;
  private final JudgementTools tools;
  private final List<ReplayDisagreement> disagreements = new ArrayList<>();
  private long handoffs;
  private long same;
  private final Map<String, FirstDifference> differences = new LinkedHashMap<>();
  private final List<ReplayedMql> mqlsNow = new ArrayList<>();
  private final List<ReplayedMql> mqlsThen = new ArrayList<>();

  /** Records whose next recorded MQL has come earlier. */
  private final Set<String> cameEarlier = new HashSet<>();

  PersonReplay(
      PersonHistory person,
      List<JudgedOccasion> occasions,
      TableVersions versions,
      DecisionSnapshot proposal,
      JudgementTools tools) {
    this.person = person;
    this.occasions = occasions;
    this.versions = versions;
    this.proposal = proposal;
    this.tools = tools;
  }

  PersonResult replay() {
    for (int i = 0; i < occasions.size(); i++) {
      JudgedOccasion occasion = occasions.get(i);
      boolean recorded = isRecorded(occasion);
      handoffs += recorded ? 1 : 0;
      if (recorded) {
        mqlsNow.add(mql(occasion, occasion.at()));
      }
      Optional<StageEpisode> now = person.before(occasion.record(), occasion.at());
      boolean replayed = now.filter(then -> isMqlInForce(occasion, then)).isPresent();
      if (replayed != recorded) {
        disagrees(occasion, recorded);
      }
      if (isOpen(occasion)) {
        compare(i, now, recorded);
      } else if (recorded && !cameEarlier.remove(occasion.record())) {
        mqlsThen.add(mql(occasion, occasion.at()));
      }
    }
    return new PersonResult(
        person,
        handoffs,
        same,
        List.copyOf(disagreements),
        List.copyOf(differences.values()),
        new ReplayedMqls(mqlsNow, mqlsThen),
        isCustomer());
  }

  private boolean isCustomer() {
    return !occasions.isEmpty()
        && occasions.stream()
            .allMatch(
                occasion ->
                    person
                        .before(occasion.record(), occasion.at())
                        .filter(then -> then.stage() == Stage.CUSTOMER)
                        .isPresent());
  }

  private ReplayedMql mql(JudgedOccasion occasion, Instant at) {
    return ReplayedMql.of(person, occasion.record(), at);
  }

  private boolean isRecorded(JudgedOccasion occasion) {
    return person.isMadeMql(occasion.record(), occasion.at());
  }

  private void disagrees(JudgedOccasion occasion, boolean recorded) {
    String text =
        !recorded
            ? "The replay makes it an MQL at %s; the record doesn't"
            : occasion.signals().isEmpty()
                ? "Recorded as an MQL at %s; no signal of that instant is known"
                : "Recorded as an MQL at %s; the replay doesn't make it one";
    disagreements.add(new ReplayDisagreement(person.lead().id(), text.formatted(occasion.at())));
    if (isOpen(occasion)) {
      differs(occasion, new FirstDifference(Kind.UNEXPLAINED, occasion.at()));
    }
  }

  /** Neither the record nor one that was part of it by then has differed so far. */
  private boolean isOpen(JudgedOccasion occasion) {
    return differences.keySet().stream()
        .noneMatch(record -> person.owner(record, occasion.at()).equals(occasion.record()));
  }

  private void differs(JudgedOccasion occasion, FirstDifference difference) {
    differences.put(occasion.record(), difference);
  }

  private void compare(int place, Optional<StageEpisode> now, boolean recorded) {
    JudgedOccasion occasion = occasions.get(place);
    boolean proposed = now.filter(then -> isMqlProposed(occasion, then)).isPresent();
    if (proposed) {
      mqlsThen.add(mql(occasion, occasion.at()));
    }
    if (proposed && recorded) {
      same++;
    } else if (proposed) {
      boolean comes = later(place).filter(next -> isOf(occasion, next)).anyMatch(this::isRecorded);
      differs(occasion, new FirstDifference(comes ? Kind.EARLIER : Kind.GAINED, occasion.at()));
      if (comes) {
        cameEarlier.add(occasion.record());
      }
    } else if (recorded) {
      FirstDifference difference = lostOrLater(place, now.orElseThrow());
      differs(occasion, difference);
      if (difference.kind() == Kind.LATER) {
        mqlsThen.add(mql(occasion, difference.at()));
      }
    }
  }

  private Stream<JudgedOccasion> later(int place) {
    return occasions.subList(place + 1, occasions.size()).stream();
  }

  /** Whether what comes later is of the same record, or of the one that it is part of by then. */
  private boolean isOf(JudgedOccasion occasion, JudgedOccasion next) {
    return person.owner(occasion.record(), next.at()).equals(next.record());
  }

  /** Had it not become an MQL here, and had sales done nothing. */
  private FirstDifference lostOrLater(int place, StageEpisode now) {
    JudgedOccasion lost = occasions.get(place);
    Predicate<RecordedSignal> alone =
        signal ->
            !OF_SALES.contains(signal.signal().type()) || !signal.judgedAt().isAfter(lost.at());
    Optional<Instant> lastNo = person.lastNo(lost.record(), now, lost.at());
    return later(place)
        .filter(occasion -> occasion.record().equals(lost.record()))
        .filter(occasion -> isMql(occasion, now, lastNo, proposal, alone))
        .findFirst()
        .map(occasion -> new FirstDifference(Kind.LATER, occasion.at()))
        .orElseGet(() -> new FirstDifference(Kind.LOST, lost.at()));
  }

  private boolean isMqlProposed(JudgedOccasion occasion, StageEpisode now) {
    return isMql(occasion, now, lastNo(occasion, now), proposal, all -> true);
  }

  /** While a table in force failed, nobody was judged. */
  private boolean isMqlInForce(JudgedOccasion occasion, StageEpisode now) {
    try {
      DecisionSnapshot tables = versions.inForce(occasion.at());
      return isMql(occasion, now, lastNo(occasion, now), tables, all -> true);
    } catch (DecisionFailure failure) {
      return false;
    }
  }

  private Optional<Instant> lastNo(JudgedOccasion occasion, StageEpisode now) {
    return person.lastNo(occasion.record(), now, occasion.at());
  }

  private boolean isMql(
      JudgedOccasion occasion,
      StageEpisode now,
      Optional<Instant> lastNo,
      DecisionSnapshot tables,
      Predicate<RecordedSignal> counts) {
    return now.stage().mayBecome(Stage.MQL)
        && occasion.signals().stream()
            .filter(counts)
            .anyMatch(
                cause -> {
                  KnownThen known = new KnownThen(person, cause, counts);
                  PastLead lead = new PastLead(person, known, now, lastNo, tables, tools);
                  return tools.judgement().judge(lead, cause.cause(), tables).crosses();
                });
  }
}
