package dev.baton.rehearsal.play;

import dev.baton.engine.rehearsal.RehearsalEngine;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.engine.rehearsal.StepFailed;
import dev.baton.engine.rehearsal.WaitingStep;
import dev.baton.handoff.assignment.EscalationLadder;
import dev.baton.rehearsal.forecast.ForecastRequest;
import dev.baton.rehearsal.forecast.PlayedForecast;
import dev.baton.rehearsal.play.RehearsalDelivery.DueDeliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Plays open handoffs on from where they stand with nobody answering: each timer runs at its own
 * instant, and what the application looks at each minute is looked at every quarter of an hour and
 * when an absence begins or ends.
 */
final class ForecastPlay {
  /** Of a handoff in some days: reminders, misses and other owners. */
  private static final int MOST_STEPS = 500;

  /** Percent that are done when all have begun. */
  private static final int HALF = 50;

  private final RehearsalEngine engine;
  private final StandingClock clock;
  private final BegunHandoffs begin;
  private final OverdueSweeps sweeps;
  private final ForecastEvents events;
  private final DueDeliveries deliveries;

  ForecastPlay(
      RehearsalEngine engine,
      StandingClock clock,
      BegunHandoffs begin,
      OverdueSweeps sweeps,
      ForecastEvents events,
      DueDeliveries deliveries) {
    this.engine = engine;
    this.clock = clock;
    this.begin = begin;
    this.sweeps = sweeps;
    this.events = events;
    this.deliveries = deliveries;
  }

  /**
   * Plays it.
   *
   * @param progress hears percents
   */
  PlayedForecast play(ForecastRequest request, IntConsumer progress) {
    List<String> failures = new ArrayList<>();
    clock.set(request.from());
    engine.allow((request.handoffs().size() + 1) * MOST_STEPS);
    int begun = 0;
    for (String handoff : request.handoffs()) {
      attempt(failures, () -> begin.restart(handoff));
      attempt(failures, engine::runSteps);
      progress.accept(HALF * ++begun / request.handoffs().size());
    }
    // what was due before is past, and told
    runTimers(request.from(), failures, () -> progress.accept(HALF));
    standOnLadders(request, failures);
    ForecastEvents.Mark mark = events.mark(request.from());
    long whole = Duration.between(request.from(), request.until()).toSeconds();
    for (Instant next : sweeps.instants(request.from(), request.until())) {
      long passed = Duration.between(request.from(), next).toSeconds();
      int percent = (int) (HALF + (HALF - 1) * passed / whole);
      runTimers(next, failures, () -> progress.accept(percent));
      clock.set(next);
      attempt(failures, sweeps::sweep);
      attempt(failures, engine::runSteps);
      deliveries.deliver();
      progress.accept(percent);
    }
    return new PlayedForecast(events.since(mark), failures);
  }

  private void runTimers(Instant until, List<String> failures, Runnable progress) {
    for (Optional<Instant> next = engine.nextTimer();
        next.isPresent() && !next.get().isAfter(until);
        next = engine.nextTimer()) {
      if (next.get().isAfter(clock.instant())) {
        // what was told at one instant goes out together
        deliveries.deliver();
        clock.set(next.get());
      }
      attempt(failures, engine::runTimer);
      progress.run();
    }
    deliveries.deliver();
  }

  private static void attempt(List<String> failures, Runnable step) {
    try {
      step.run();
    } catch (StepFailed e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      failures.add("A handoff can't be begun where it stands: " + e.getMessage());
    }
  }

  /** An escalation that began anew goes on where it was, or has ended there. */
  private void standOnLadders(ForecastRequest request, List<String> failures) {
    Map<String, List<WaitingStep>> ladders =
        request.ladders().stream()
            .collect(
                Collectors.groupingBy(
                    WaitingStep::businessKey, LinkedHashMap::new, Collectors.toList()));
    for (String handoff : request.handoffs()) {
      List<WaitingStep> waiting = ladders.get(handoff);
      if (waiting != null) {
        attempt(failures, () -> engine.standAt(EscalationLadder.KEY, waiting));
      } else {
        begin.endLadder(handoff, request.from());
      }
    }
  }
}
