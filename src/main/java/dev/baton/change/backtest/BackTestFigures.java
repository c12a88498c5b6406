package dev.baton.change.backtest;

import dev.baton.change.backtest.rate.MqlShare;
import dev.baton.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Figures of a back-test, counted person by person. */
final class BackTestFigures {
  private final Instant from;
  private final Instant to;
  private final BandRates bands = new BandRates();
  private final List<ReplayDisagreement> disagreements = new ArrayList<>();
  private final List<DifferingLead> gained = new ArrayList<>();
  private final List<DifferingLead> lost = new ArrayList<>();
  private final Map<FirstDifference.Kind, Long> kinds = new EnumMap<>(FirstDifference.Kind.class);
  private long leads;
  private long mqlNow;
  private long mqlThen;
  private long handoffs;
  private long same;
  private long unknowable;
  private long customers;

  BackTestFigures(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  void add(PersonResult result) {
    PersonHistory person = result.person();
    handoffs += result.handoffs();
    same += result.same();
    unknowable += result.unknowable();
    customers += result.isCustomer() ? 1 : 0;
    disagreements.addAll(result.disagreements());
    bands.add(person, from, to);
    for (FirstDifference difference : result.differences()) {
      kinds.merge(difference.kind(), 1L, Long::sum);
      note(person, difference);
    }
    if (becameLead(person)) {
      leads++;
      mqlNow += result.handoffs() > 0 ? 1 : 0;
      mqlThen += result.isMqlThen() ? 1 : 0;
    }
  }

  private void note(PersonHistory person, FirstDifference difference) {
    DifferingLead lead =
        new DifferingLead(
            person.lead().id(),
            difference.at(),
            RecordedOutcomes.since(person, difference.at()).orElse(null));
    switch (difference.kind()) {
      case GAINED -> gained.add(lead);
      case LOST -> lost.add(lead);
      default -> {
        // counted only
      }
    }
  }

  private boolean becameLead(PersonHistory person) {
    return person.episodes().stream()
        .filter(each -> each.recordedFor().equals(person.lead().id()))
        .map(each -> each.episode())
        .filter(episode -> episode.stage() == Stage.LEAD)
        .anyMatch(
            episode -> !episode.enteredAt().isBefore(from) && episode.enteredAt().isBefore(to));
  }

  BackTestReport report(Instant now) {
    return new BackTestReport(
        from,
        to,
        leads,
        handoffs,
        List.copyOf(disagreements),
        MqlShare.of(mqlNow, leads),
        MqlShare.of(mqlThen, leads),
        new LeadComparison(
            same,
            count(FirstDifference.Kind.EARLIER),
            count(FirstDifference.Kind.LATER),
            inOrder(gained),
            inOrder(lost),
            unknowable,
            customers),
        bands.of(now));
  }

  private long count(FirstDifference.Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  private static List<DifferingLead> inOrder(List<DifferingLead> leads) {
    return leads.stream()
        .sorted(Comparator.comparing(DifferingLead::at).thenComparing(DifferingLead::leadId))
        .toList();
  }
}
