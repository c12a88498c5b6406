package dev.baton.rehearsal.play;

import dev.baton.engine.rehearsal.RehearsalEngine;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.rehearsal.play.RehearsalDelivery.DueDeliveries;
import dev.baton.rehearsal.scenario.LeadState;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioResult;
import dev.baton.rehearsal.scenario.ScenarioStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a scenario: each timer on the way runs at its own instant, each step at its own. */
final class ScenarioPlay {
  private final LeadActions actions;
  private final LeadStates states;
  private final RehearsalEngine engine;
  private final DueDeliveries deliveries;
  private final StandingClock clock;

  ScenarioPlay(
      LeadActions actions,
      LeadStates states,
      RehearsalEngine engine,
      DueDeliveries deliveries,
      StandingClock clock) {
    this.actions = actions;
    this.states = states;
    this.engine = engine;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  ScenarioResult play(Scenario scenario) {
    clock.set(scenario.start());
    List<String> failures = new ArrayList<>();
    String lead = null;
    for (ScenarioStep step : scenario.steps()) {
      try {
        waitUntil(scenario.start().plus(step.after()));
        if (step.what().isExpectation()) {
          LeadState state = states.of(lead);
          Expectation.unmet(step, scenario.start(), state)
              .ifPresent(why -> failures.add(at(step, why)));
        } else {
          lead = actions.act(scenario, step, lead);
          settle();
        }
      } catch (RuntimeException e) {
        failures.add(at(step, String.valueOf(e.getMessage())));
        break;
      }
    }
    return new ScenarioResult(scenario.name(), failures, engine.path(), states.of(lead));
  }

  private static String at(ScenarioStep step, String why) {
    return "Line %d, %s: %s".formatted(step.line(), step.what().word(), why);
  }

  private void waitUntil(Instant until) {
    for (Optional<Instant> next = engine.nextTimer();
        next.isPresent() && !next.get().isAfter(until);
        next = engine.nextTimer()) {
      if (next.get().isAfter(clock.instant())) {
        clock.set(next.get());
      }
      engine.runTimer();
      settle();
    }
    if (until.isAfter(clock.instant())) {
      clock.set(until);
    }
    settle();
  }

  private void settle() {
    engine.runSteps();
    deliveries.deliver();
  }

  /** Leaves nothing of the last one to the next. */
  void forget() {
    engine.forget();
  }
}
