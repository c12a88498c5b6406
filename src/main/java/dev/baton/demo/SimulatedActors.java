package dev.baton.demo;

import dev.baton.rejection.RejectionCommands;
import dev.baton.review.ReviewCommands;
import dev.baton.review.ReviewPlanning;
import dev.baton.review.ReviewQueries;
import java.time.Instant;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Actors of the demo: sales, marketing and whoever meets for a review. */
@Component
@Profile("demo")
class SimulatedActors {
  private final SimulatedSales sales;
  private final SimulatedMeetings meetings;
  private final RejectionCommands rejections;
  private final ReviewPlanning planning;
  private final ReviewCommands commands;
  private final ReviewQueries queries;
  private final PlatformTransactionManager transactions;

  SimulatedActors(
      SimulatedSales sales,
      SimulatedMeetings meetings,
      RejectionCommands rejections,
      ReviewPlanning planning,
      ReviewCommands commands,
      ReviewQueries queries,
      PlatformTransactionManager transactions) {
    this.sales = sales;
    this.meetings = meetings;
    this.rejections = rejections;
    this.planning = planning;
    this.commands = commands;
    this.queries = queries;
    this.transactions = transactions;
  }

  SimulatedReps reps(ClockSchedule time, Random random) {
    return sales.reps(time, random);
  }

  SimulatedMeetings meetings() {
    return meetings;
  }

  SimulatedMarketing marketing(ClockSchedule time, Random random) {
    return new SimulatedMarketing(time, rejections, new TransactionTemplate(transactions), random);
  }

  SimulatedReviews reviews(ClockSchedule time, Instant end) {
    return new SimulatedReviews(time, planning, commands, queries, end);
  }
}
