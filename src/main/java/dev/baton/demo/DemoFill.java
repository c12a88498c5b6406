package dev.baton.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with a quarter of a company's life, before the web server opens and
 * before any scheduled work or job of the engine begins: nobody ever sees half of it.
 */
@Component
@Profile("demo")
class DemoFill implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DemoFill.class);

  private final DemoState state;
  private final DemoStaff staff;
  private final DemoClock clock;
  private final SampleDataHold hold;
  private final ScenarioFill scenarios;
  private final ServerProperties server;
  private final int leads;
  private final Instant startsAt;
  private volatile boolean running;

  DemoFill(
      DemoState state,
      DemoStaff staff,
      DemoClock clock,
      SampleDataHold hold,
      ScenarioFill scenarios,
      ServerProperties server,
      DemoSettings settings) {
    this.state = state;
    this.staff = staff;
    this.clock = clock;
    this.hold = hold;
    this.scenarios = scenarios;
    this.server = server;
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
      Instant until = end.truncatedTo(ChronoUnit.MILLIS);
      FillPage.during(
          server.getAddress(),
          server.getPort(),
          () -> hold.during(() -> scenarios.fill(until, leads)));
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
