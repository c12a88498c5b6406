package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.job.JobFigures;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WatchedFiguresTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void open_handoffs_and_their_deadlines_are_what_the_database_says() {
    LeadActor lead = scenario.lead("ada@figures.example").whoFits().requestsDemo();

    assertThat(value("baton.handoffs.open", "state", "REVIEW")).isEqualTo(1);
    assertThat(value("baton.handoffs.open", "state", "QUALIFICATION")).isZero();
    assertThat(value("baton.deadlines.running", "clock", "review")).isEqualTo(1);
    assertThat(value("baton.deadlines.overdue", "clock", "review")).isZero();

    scenario.passesWithoutTimers(Duration.ofHours(5));

    assertThat(value("baton.deadlines.running", "clock", "review")).isZero();
    assertThat(value("baton.deadlines.overdue", "clock", "review")).isEqualTo(1);
    assertThat(value("baton.job.lag.seconds")).isGreaterThan(3_600);
    scenario.passes(Duration.ZERO);
    assertThat(value("baton.deadlines.missed", "clock", "review")).isEqualTo(1);
    assertThat(lead.handoff().isClosed()).isFalse();
  }

  @Test
  void messages_that_wait_are_counted_by_channel_with_the_age_of_the_oldest() {
    scenario
        .db()
        .sql(
            """
            insert into notice (notice_key, kind, channel, subject, body, briefing, urgent, daily,
              state, attempts, recorded_at, next_attempt_at)
            values ('k', 'assigned', 'slack', '', '', '{}', false, false, 'pending', 0, :at, :at)
            """)
        .param("at", scenario.now().minusSeconds(90).atOffset(ZoneOffset.UTC))
        .update();

    assertThat(value("baton.outbox.pending", "channel", "slack")).isEqualTo(1);
    assertThat(value("baton.alert.lag.seconds", "channel", "slack")).isEqualTo(90);
    assertThat(value("baton.alert.lag.seconds", "channel", "email")).isZero();
    assertThat(value("baton.jobs.failed")).isZero();
  }

  /** As the first scrape of a node that has just started. */
  private double value(String name, String... tags) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new WatchedFigures(scenario.db(), scenario.bean(JobFigures.class), scenario.bean(Clock.class))
        .bindTo(registry);
    return registry.get(name).tags(tags).gauge().value();
  }
}
