package dev.baton.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.rehearsal.forecast.ForecastRequest;
import dev.baton.rehearsal.forecast.PlayedForecast;
import dev.baton.rehearsal.scenario.RehearsalRequest;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Plays scenarios with the models in force, or with proposed ones beside them. The process in which
 * they are played is started when it is needed, some seconds before its first scenario, and ended
 * when nobody has needed it for a while.
 */
@Component
public class Rehearsal implements DisposableBean {
  private static final Duration IDLE = Duration.ofMinutes(3);

  /** What a rehearsal must know of the installation's settings; no secret is among them. */
  private static final List<String> SETTINGS =
      List.of(
          "baton.zone",
          "baton.scoring.profile",
          "baton.competitor-domains",
          "baton.routing.fallback-queue",
          "baton.quiet-hours.from",
          "baton.quiet-hours.to");

  private final ModelDeployments models;
  private final StaffRows staff;
  private final ObjectMapper json;
  private final Environment settings;
  private final Clock clock;
  private @Nullable RehearsalProcess process;
  private Instant used = Instant.MIN;

  Rehearsal(
      ModelDeployments models,
      StaffRows staff,
      ObjectMapper json,
      Environment settings,
      Clock clock) {
    this.models = models;
    this.staff = staff;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Plays scenarios with everybody at work; results in their order.
   *
   * @param candidates models that take the place of those in force
   */
  public List<ScenarioResult> play(Collection<ModelFile> candidates, List<Scenario> scenarios) {
    return play(candidates, staff.present(), scenarios);
  }

  /** The same with people away who are away. */
  List<ScenarioResult> playAsItIs(Collection<ModelFile> candidates, List<Scenario> scenarios) {
    return play(candidates, staff.asItIs(), scenarios);
  }

  private synchronized List<ScenarioResult> play(
      Collection<ModelFile> candidates,
      Map<String, List<Map<String, Object>>> rows,
      List<Scenario> scenarios) {
    RehearsalProcess running = running();
    try {
      return running.play(new RehearsalRequest(models.allInForceWith(candidates), rows, scenarios));
    } catch (RuntimeException e) {
      destroy();
      throw e;
    } finally {
      used = clock.instant();
    }
  }

  /**
   * Plays open handoffs on.
   *
   * @param request makes it of the models that are in force in it
   * @param progress hears percents
   */
  synchronized PlayedForecast forecast(
      Collection<ModelFile> candidates,
      Function<List<ModelFile>, ForecastRequest> request,
      IntConsumer progress) {
    RehearsalProcess running = running();
    try {
      return running.forecast(request.apply(models.allInForceWith(candidates)), progress);
    } catch (RuntimeException e) {
      destroy();
      throw e;
    } finally {
      used = clock.instant();
    }
  }

  private RehearsalProcess running() {
    RehearsalProcess running = process;
    if (running == null || !running.isAlive()) {
      running = RehearsalProcess.start(json, arguments());
      process = running;
    }
    return running;
  }

  private List<String> arguments() {
    return SETTINGS.stream()
        .filter(settings::containsProperty)
        .map(name -> "--%s=%s".formatted(name, settings.getProperty(name)))
        .toList();
  }

  @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
  synchronized void endIdle() {
    if (process != null && used.plus(IDLE).isBefore(clock.instant())) {
      destroy();
    }
  }

  @Override
  public synchronized void destroy() {
    if (process != null) {
      process.end();
      process = null;
    }
  }
}
