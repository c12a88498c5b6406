package dev.baton.demo;

import dev.baton.demo.sample.ScenarioGenerator;
import dev.baton.engine.job.EngineJobs;
import dev.baton.handoff.DeadlineSweeper;
import dev.baton.handoff.lifecycle.CoolingOffEnd;
import dev.baton.signal.SignalFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fill of an empty database with scenarios: {@value #DAYS} days of leads, reps, marketing and
 * reviews.
 */
@Component
@Profile("demo")
class ScenarioFill {
  private static final Logger LOG = LoggerFactory.getLogger(ScenarioFill.class);
  private static final int DAYS = 90;
  private static final long SEED = 24;

  private final DemoStaff staff;
  private final DemoClock clock;
  private final EngineJobs jobs;
  private final SignalFeed feed;
  private final SimulatedActors actors;
  private final CoolingOffEnd coolingOffEnd;
  private final DeadlineSweeper sweeper;

  ScenarioFill(
      DemoStaff staff,
      DemoClock clock,
      EngineJobs jobs,
      SignalFeed feed,
      SimulatedActors actors,
      CoolingOffEnd coolingOffEnd,
      DeadlineSweeper sweeper) {
    this.staff = staff;
    this.clock = clock;
    this.jobs = jobs;
    this.feed = feed;
    this.actors = actors;
    this.coolingOffEnd = coolingOffEnd;
    this.sweeper = sweeper;
  }

  /** Plays the leads of the last days, up to the end. */
  void fill(Instant end, int leads) {
    LOG.info(
        "First start: making up {} days with some {} leads; this takes half a minute, once",
        DAYS,
        leads);
    long began = System.nanoTime();
    Random random = new Random(SEED);
    ClockSchedule time = new ClockSchedule(clock, jobs, end.minus(Duration.ofDays(DAYS)));
    staff.hire();
    SimulatedReps reps = actors.reps(time, random);
    // chance of its own, so that the rest of the story stays as it is
    SimulatedMarketing marketing = actors.marketing(time, new Random(SEED + 1));
    ScenarioPlayer player = new ScenarioPlayer(time, feed, reps, marketing, random);
    actors.reviews(time, end).meet();
    actors.meetings().plan(time, end);
    new ScenarioGenerator(random, end).plots(leads).forEach(player::add);
    for (int i = 0; i < leads / 14; i++) {
      Duration ago = Duration.ofMinutes(1 + random.nextInt((DAYS - 1) * 24 * 60));
      player.addVisitor(i, end.minus(ago));
    }
    for (int day = 10; day <= DAYS; day += 10) {
      time.until(end.minus(Duration.ofDays(DAYS - day)));
      coolingOffEnd.sweep();
      LOG.info(
          "Day {} of {}: {} signals, {} handoffs so far",
          day,
          DAYS,
          player.signals(),
          reps.count());
    }
    reps.allComeBack();
    // what was planned and due by now is old news
    sweeper.sweep();
    LOG.info("Sample data is ready after {} s", (System.nanoTime() - began) / 1_000_000_000);
  }
}
