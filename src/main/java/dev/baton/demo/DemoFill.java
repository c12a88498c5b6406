package dev.baton.demo;

import dev.baton.engine.EngineJobs;
import dev.baton.handoff.DeadlineSweeper;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.lifecycle.CoolingOffEnd;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.rejection.RejectionCommands;
import dev.baton.review.ReviewCommands;
import dev.baton.review.ReviewPlanning;
import dev.baton.signal.SignalFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty database with a quarter of a company's life, before the web server opens and
 * before any scheduled work or job of the engine begins: nobody ever sees half of it.
 */
@Component
@Profile("demo")
class DemoFill implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DemoFill.class);
  private static final int DAYS = 90;
  private static final long SEED = 24;

  private final DemoState state;
  private final DemoStaff staff;
  private final DemoClock clock;
  private final EngineJobs jobs;
  private final SignalFeed feed;
  private final HandoffCommands commands;
  private final RejectionCommands rejections;
  private final CoolingOffEnd coolingOffEnd;
  private final ReviewPlanning planning;
  private final ReviewCommands reviews;
  private final Handoffs handoffs;
  private final People people;
  private final SampleDataHold hold;
  private final DeadlineSweeper sweeper;
  private final TransactionTemplate transaction;
  private final int leads;
  private final Instant startsAt;
  private volatile boolean running;

  DemoFill(
      DemoState state,
      DemoStaff staff,
      DemoClock clock,
      EngineJobs jobs,
      SignalFeed feed,
      HandoffCommands commands,
      RejectionCommands rejections,
      CoolingOffEnd coolingOffEnd,
      ReviewPlanning planning,
      ReviewCommands reviews,
      Handoffs handoffs,
      People people,
      SampleDataHold hold,
      DeadlineSweeper sweeper,
      PlatformTransactionManager transactions,
      DemoSettings settings) {
    this.state = state;
    this.staff = staff;
    this.clock = clock;
    this.jobs = jobs;
    this.feed = feed;
    this.commands = commands;
    this.rejections = rejections;
    this.coolingOffEnd = coolingOffEnd;
    this.planning = planning;
    this.reviews = reviews;
    this.handoffs = handoffs;
    this.people = people;
    this.hold = hold;
    this.sweeper = sweeper;
    this.transaction = new TransactionTemplate(transactions);
    this.leads = settings.leads();
    this.startsAt = settings.startsAt();
  }

  @Override
  public void start() {
    running = true;
    if (state.isFilled()) {
      return;
    }
    if (!staff.isUnknown()) {
      LOG.info("This database has people of its own: no sample data is added");
      return;
    }
    state.fillBegins();
    Instant end = startsAt == null ? clock.instant() : startsAt;
    if (leads > 0) {
      hold.during(() -> fill(end.truncatedTo(ChronoUnit.MILLIS)));
    } else {
      staff.hire();
    }
    if (startsAt == null) {
      clock.tickWithSystem();
    } else {
      clock.tickFrom(end);
    }
    state.fillEnds();
  }

  private void fill(Instant end) {
    LOG.info(
        "First start: making up {} days with some {} leads; this takes half a minute, once",
        DAYS,
        leads);
    long began = System.nanoTime();
    Random random = new Random(SEED);
    ClockSchedule time = new ClockSchedule(clock, jobs, end.minus(Duration.ofDays(DAYS)));
    staff.hire();
    SimulatedReps reps = new SimulatedReps(time, commands, handoffs, people, transaction, random);
    // chance of its own, so that the rest of the story stays as it is
    SimulatedMarketing marketing =
        new SimulatedMarketing(time, rejections, transaction, new Random(SEED + 1));
    ScenarioPlayer player = new ScenarioPlayer(time, feed, reps, marketing, random);
    new SimulatedReviews(time, planning, reviews, end).meet();
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

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Early: the web server's phase is close to the highest. */
  @Override
  public int getPhase() {
    return 0;
  }
}
