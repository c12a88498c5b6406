package dev.baton.rehearsal.play;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.AlertQueries;
import dev.baton.engine.rehearsal.RehearsalEngine;
import dev.baton.engine.rehearsal.RehearsalEngineBeans;
import dev.baton.engine.rehearsal.StandingClock;
import dev.baton.handoff.ClaimCommands;
import dev.baton.handoff.HandoffCommands;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.score.Scores;
import dev.baton.signal.SignalFeed;
import dev.baton.stage.Stages;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
  ScenarioPlay scenarioPlay(
      LeadActions actions,
      LeadStates states,
      RehearsalEngine engine,
      RehearsalDelivery.DueDeliveries deliveries,
      StandingClock clock) {
    return new ScenarioPlay(actions, states, engine, deliveries, clock);
  }
}
