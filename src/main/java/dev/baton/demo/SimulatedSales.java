package dev.baton.demo;

import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.ReassignCommands;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import java.util.Random;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sales of the demo: reps who answer through the same commands as everybody. */
@Component
@Profile("demo")
class SimulatedSales {
  private final HandoffCommands commands;
  private final ReassignCommands reassignments;
  private final Handoffs handoffs;
  private final People people;
  private final PlatformTransactionManager transactions;

  SimulatedSales(
      HandoffCommands commands,
      ReassignCommands reassignments,
      Handoffs handoffs,
      People people,
      PlatformTransactionManager transactions) {
    this.commands = commands;
    this.reassignments = reassignments;
    this.handoffs = handoffs;
    this.people = people;
    this.transactions = transactions;
  }

  SimulatedReps reps(ClockSchedule time, Random random) {
    return new SimulatedReps(
        time,
        commands,
        reassignments,
        handoffs,
        people,
        new TransactionTemplate(transactions),
        random);
  }
}
