package dev.baton.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandRaisers;
import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The next 72 hours of many open handoffs are played to their end. */
@Tag("nightly")
class ManyForetoldHandoffsTest {
  private static final Logger LOG = Logger.getLogger(ManyForetoldHandoffsTest.class.getName());
  private static final int MANY = 100;

  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void a_hundred_handoffs_that_all_come_due_are_foretold_whole() {
    for (int i = 0; i < 8; i++) {
      house.hire("rep" + i, Role.SALES, "default");
    }
    HandRaisers.arrive(house, MANY);
    long begun = System.nanoTime();

    NextHours forecast =
        Objects.requireNonNull(
            house
                .bean(NextHoursForecasts.class)
                .of(List.of())
                .await(Duration.ofMinutes(10))
                .result());

    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    LOG.info("%d handoffs, %d rows: %s".formatted(MANY, forecast.rows().size(), took));
    assertThat(forecast.handoffs()).isEqualTo(MANY);
    assertThat(forecast.failures()).isEmpty();
    assertThat(forecast.rows()).hasSizeGreaterThan(MANY);
  }
}
