package dev.baton.rehearsal.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.AlertQueries;
import dev.baton.engine.rehearsal.RehearsalEngine;
import dev.baton.engine.rehearsal.RehearsalEngineBeans;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.handoff.ClaimCommands;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.assignment.AbsentOwners;
import dev.baton.handoff.assignment.FallbackQueueSweep;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.HandoffRestart;
import dev.baton.handoff.lifecycle.MissedDeadlines;
import dev.baton.handoff.notice.NextAttemptReminders;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.score.Scores;
import dev.baton.signal.SignalFeed;
import dev.baton.stage.Stages;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms from the signal to the outcome, without figures, web, threads and channels. Not a
 * {@code @Configuration}, which the application would find and run.
 */
@Import({RoomBeans.class, RehearsalEngineBeans.class, RehearsalDelivery.class})
class RehearsalContext {

  @Bean
  DataSource dataSource() {
    return RehearsalDatabase.open();
  }

  @Bean
  LeadStates leadStates(
      Stages stages,
      Scores scores,
      Handoffs handoffs,
      Deadlines deadlines,
      AlertQueries alerts,
      People people,
      Clock clock) {
    return new LeadStates(stages, scores, handoffs, deadlines, alerts, people, clock);
  }

  @Bean
  LeadActions leadActions(
      SignalFeed signals,
      HandoffCommands answers,
      ClaimCommands claims,
      Handoffs handoffs,
      People people,
      ObjectMapper json) {
    return new LeadActions(signals, answers, claims, handoffs, people, json);
  }

  @Bean
  BegunHandoffs begunHandoffs(
      HandoffRestart restart,
      HandoffProcess process,
      Deadlines deadlines,
      PlatformTransactionManager transactions) {
    return new BegunHandoffs(restart, process, deadlines, new TransactionTemplate(transactions));
  }

  @Bean
  OverdueSweeps overdueSweeps(
      MissedDeadlines missed,
      NextAttemptReminders attempts,
      AbsentOwners absent,
      FallbackQueueSweep queue,
      JdbcClient db) {
    return new OverdueSweeps(missed, attempts, absent, queue, db);
  }

  @Bean
  ForecastEvents forecastEvents(JdbcClient db, Deadlines deadlines) {
    return new ForecastEvents(db, deadlines);
  }

  @Bean
  ForecastPlay forecastPlay(
      RehearsalEngine engine,
      StandingClock clock,
      BegunHandoffs begin,
      OverdueSweeps sweeps,
      ForecastEvents events,
      RehearsalDelivery.DueDeliveries deliveries) {
    return new ForecastPlay(engine, clock, begin, sweeps, events, deliveries);
  }

  @Bean
  ScenarioPlay scenarioPlay(
      LeadActions actions,
      LeadStates states,
      RehearsalEngine engine,
      RehearsalDelivery.DueDeliveries deliveries,
      StandingClock clock) {
    return new ScenarioPlay(actions, states, engine, deliveries, clock);
  }
}
