package dev.baton.demo;

import dev.baton.engine.EngineJobs;
import dev.baton.handoff.HandoffDesk;
import dev.baton.handoff.Handoffs;
import dev.baton.handoff.Sweeper;
import dev.baton.handoff.Waking;
import dev.baton.people.People;
import dev.baton.rejection.RejectionDesk;
import dev.baton.review.ReviewDesk;
import dev.baton.review.ReviewPlanning;
import dev.baton.signal.Feed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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
class FirstFill implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FirstFill.class);
  private static final int DAYS = 90;
  private static final long SEED = 24;

  private final Marks marks;
  private final Cast cast;
  private final DemoClock clock;
  private final EngineJobs jobs;
  private final Feed feed;
  private final HandoffDesk desk;
  private final RejectionDesk rejections;
  private final Waking waking;
  private final ReviewPlanning planning;
  private final ReviewDesk reviews;
  private final Handoffs handoffs;
  private final People people;
  private final SampleDataHold hold;
  private final Sweeper sweeper;
  private final TransactionTemplate transaction;
  private final int leads;
  private final Instant startsAt;
  private volatile boolean running;

  FirstFill(
      Marks marks,
      Cast cast,
      DemoClock clock,
      EngineJobs jobs,
      Feed feed,
      HandoffDesk desk,
      RejectionDesk rejections,
      Waking waking,
      ReviewPlanning planning,
      ReviewDesk reviews,
      Handoffs handoffs,
      People people,
      SampleDataHold hold,
      Sweeper sweeper,
      PlatformTransactionManager transactions,
      @Value("${baton.demo.leads:200}") int leads,
      @Value("${baton.demo.starts-at:#{null}}") Instant startsAt) {
    this.marks = marks;
    this.cast = cast;
    this.clock = clock;
    this.jobs = jobs;
    this.feed = feed;
    this.desk = desk;
    this.rejections = rejections;
    this.waking = waking;
    this.planning = planning;
    this.reviews = reviews;
    this.handoffs = handoffs;
    this.people = people;
    this.hold = hold;
    this.sweeper = sweeper;
    this.transaction = new TransactionTemplate(transactions);
    this.leads = leads;
    this.startsAt = startsAt;
  }

  @Override
  public void start() {
    running = true;
    if (marks.isFilled()) {
      return;
    }
    if (!cast.isUnknown()) {
      LOG.info("This database has people of its own: no sample data is added");
      return;
    }
    marks.fillBegins();
    Instant end = startsAt == null ? clock.instant() : startsAt;
    if (leads > 0) {
      hold.during(() -> fill(end.truncatedTo(ChronoUnit.MILLIS)));
    } else {
      cast.hire();
    }
    if (startsAt == null) {
      clock.tickWithSystem();
    } else {
      clock.tickFrom(end);
    }
    marks.fillEnds();
  }

  private void fill(Instant end) {
    LOG.info(
        "First start: making up {} days with some {} leads; this takes half a minute, once",
        DAYS,
        leads);
    long began = System.nanoTime();
    Random random = new Random(SEED);
    Timewalk time = new Timewalk(clock, jobs, end.minus(Duration.ofDays(DAYS)));
    cast.hire();
    Sales sales = new Sales(time, desk, handoffs, people, transaction, random);
    // chance of its own, so that the rest of the story stays as it is
    Marketing marketing = new Marketing(time, rejections, transaction, new Random(SEED + 1));
    Story story = new Story(time, feed, sales, marketing, random);
    new Reviewers(time, planning, reviews, end).meet();
    new Script(random, end).plots(leads).forEach(story::add);
    for (int i = 0; i < leads / 14; i++) {
      Duration ago = Duration.ofMinutes(1 + random.nextInt((DAYS - 1) * 24 * 60));
      story.addVisitor(i, end.minus(ago));
    }
    for (int day = 10; day <= DAYS; day += 10) {
      time.until(end.minus(Duration.ofDays(DAYS - day)));
      waking.sweep();
      LOG.info(
          "Day {} of {}: {} signals, {} handoffs so far",
          day,
          DAYS,
          story.signals(),
          sales.count());
    }
    sales.allComeBack();
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
