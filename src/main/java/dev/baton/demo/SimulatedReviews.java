package dev.baton.demo;

import dev.baton.review.HandoffReview;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.ReviewCommands;
import dev.baton.review.ReviewPlanning;
import dev.baton.review.ReviewQueries;
import dev.baton.review.ReviewType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Marketing and managers of the story hold their reviews: of the last weekly one, one decision is
 * done and one is open; this week's waits for whoever tries the demo.
 */
final class SimulatedReviews {
  private static final Duration BEFORE = Duration.ofDays(14);

  private final ClockSchedule time;
  private final ReviewPlanning planning;
  private final ReviewCommands commands;
  private final ReviewQueries queries;
  private final Instant end;

  SimulatedReviews(
      ClockSchedule time,
      ReviewPlanning planning,
      ReviewCommands commands,
      ReviewQueries queries,
      Instant end) {
    this.time = time;
    this.planning = planning;
    this.commands = commands;
    this.queries = queries;
    this.end = end;
  }

  /** From two weeks before the end on, so that there is one to be held and one to be shown. */
  void meet() {
    time.at(end.minus(BEFORE), this::plan);
  }

  private void plan() {
    planning.sweep();
    time.settle();
    for (HandoffReview planned : queries.page(State.PLANNED, null, 0)) {
      time.at(planned.slotAt().plus(Duration.ofHours(1)), () -> hold(planned));
    }
  }

  private void hold(HandoffReview planned) {
    boolean weekly = planned.kind() == ReviewType.WEEKLY_HANDOFF;
    commands.hold(planned.id(), weekly ? minutes() : Map.of(), DemoStaff.MARKETER);
    time.settle();
    if (weekly) {
      String first = queries.decisions(planned.id()).get(0).decision().id();
      time.at(time.now().plus(Duration.ofDays(2)), () -> done(first));
    }
  }

  private Map<String, Object> minutes() {
    return Map.of(
        "notes",
        Map.of("rejections", "Most rejections came from leads whose company's size nobody knew."),
        "attended",
        List.of(DemoStaff.MARKETER, DemoStaff.MANAGER),
        "decisions",
        List.of(
            decision(
                "Ask for the company's size in the demo form", DemoStaff.MARKETER, time.now(), 4),
            decision(
                "Call hand-raisers within the hour for two weeks", DemoStaff.MANAGER, end, 3)));
  }

  private static Map<String, Object> decision(String what, String owner, Instant from, int days) {
    LocalDate dueOn = LocalDate.ofInstant(from, ZoneOffset.UTC).plusDays(days);
    return Map.of("point", "rejections", "what", what, "owner", owner, "dueOn", dueOn.toString());
  }

  private void done(String decision) {
    commands.close(
        decision,
        Map.of("result", "done", "note", "The form asks for it since this morning."),
        DemoStaff.MARKETER);
    time.settle();
  }
}
