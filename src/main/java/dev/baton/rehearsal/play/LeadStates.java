package dev.baton.rehearsal.play;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertQueries;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.rehearsal.scenario.LeadState;
import dev.baton.rehearsal.scenario.LeadState.DueAnswer;
import dev.baton.rehearsal.scenario.LeadState.ToldNotice;
import dev.baton.score.Scores;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Query of where a lead of a rehearsal stands. */
final class LeadStates {
  private final Stages stages;
  private final Scores scores;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AlertQueries alerts;
  private final People people;
  private final Clock clock;

  LeadStates(
      Stages stages,
      Scores scores,
      Handoffs handoffs,
      Deadlines deadlines,
      AlertQueries alerts,
      People people,
      Clock clock) {
    this.stages = stages;
    this.scores = scores;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.alerts = alerts;
    this.people = people;
    this.clock = clock;
  }

  LeadState of(@Nullable String leadId) {
    if (leadId == null) {
      return LeadState.UNKNOWN;
    }
    Handoff handoff = handoffs.latest(List.of(leadId)).get(leadId);
    return new LeadState(
        stages.current(leadId).map(episode -> episode.stage().name()).orElse(null),
        scores.score(leadId, clock.instant()).total(),
        handoff == null ? null : handoff.owner(),
        handoff == null ? null : handoff.team(),
        handoff == null ? null : handoff.closing().result(),
        handoff == null ? List.of() : due(handoff),
        told(leadId));
  }

  private List<DueAnswer> due(Handoff handoff) {
    return deadlines.of(handoff.id()).stream()
        .filter(deadline -> !deadline.clock().equals(Deadlines.ROUTE))
        .map(LeadStates::due)
        .toList();
  }

  private static DueAnswer due(Deadline deadline) {
    return new DueAnswer(
        deadline.clock(),
        deadline.owner(),
        deadline.dueAt(),
        deadline.stoppedAt(),
        deadline.missedAt());
  }

  /** Oldest first. */
  private List<ToldNotice> told(String leadId) {
    List<Alert> newestFirst = new ArrayList<>(alerts.ofLead(leadId));
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(alert -> !alert.state().equals("skipped"))
        .map(this::told)
        .toList();
  }

  private ToldNotice told(Alert alert) {
    Optional<Person> reader = Optional.ofNullable(alert.to()).flatMap(people::find);
    return new ToldNotice(
        alert.kind(),
        alert.to(),
        reader.map(person -> person.role().name().toLowerCase(Locale.ROOT)).orElse(null),
        alert.happenedAt(),
        alert.subject());
  }
}
