package dev.baton.rehearsal;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.rehearsal.WaitingSteps;
import dev.baton.handoff.assignment.EscalationLadder;
import dev.baton.rehearsal.forecast.ForecastRequest;
import dev.baton.rehearsal.forecast.PlayedForecast;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Forecasts of the next 72 hours, played in the background on a copy of what is open; one that was
 * made a short while ago is told again.
 */
@Component
public class NextHoursForecasts implements DisposableBean {
  public static final Duration AHEAD = Duration.ofHours(72);

  private static final Logger LOG = LoggerFactory.getLogger(NextHoursForecasts.class);
  private static final Duration FRESH = Duration.ofMinutes(2);

  /** So many handoffs are played on; of the others only the misses are told. */
  private static final int MOST = 500;

  private final Rehearsal rehearsal;
  private final StaffRows staff;
  private final HandoffRows handoffs;
  private final WaitingSteps waiting;
  private final Clock clock;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          play -> {
            Thread thread = new Thread(play, "next-hours-forecast");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Run> runs = new HashMap<>();

  NextHoursForecasts(
      Rehearsal rehearsal,
      StaffRows staff,
      HandoffRows handoffs,
      WaitingSteps waiting,
      Clock clock) {
    this.rehearsal = rehearsal;
    this.staff = staff;
    this.handoffs = handoffs;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** One that is made or was. */
  public static final class Run {
    private final Instant begun;
    private volatile int percent;
    private volatile @Nullable CompletableFuture<NextHours> result;

    private Run(Instant begun) {
      this.begun = begun;
    }

    private boolean isStale(Instant now) {
      CompletableFuture<NextHours> made = result;
      return (made == null || made.isDone()) && begun.plus(FRESH).isBefore(now);
    }

    public int percent() {
      return percent;
    }

    /** Null until it is done. */
    public @Nullable NextHours result() {
      CompletableFuture<NextHours> made = result;
      return made != null && made.isDone() && !made.isCompletedExceptionally() ? made.join() : null;
    }

    public boolean hasFailed() {
      CompletableFuture<NextHours> made = result;
      return made != null && made.isCompletedExceptionally();
    }

    /** Waits until it is done, or so long. */
    public Run await(Duration most) {
      CompletableFuture<NextHours> made = result;
      try {
        if (made != null) {
          made.get(most.toMillis(), TimeUnit.MILLISECONDS);
        }
      } catch (TimeoutException | ExecutionException e) {
        LOG.debug("Not done yet, or failed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return this;
    }
  }

  /**
   * The forecast of the whole house as it is now.
   *
   * @param candidates models that take the place of those in force
   */
  public Run of(Collection<ModelFile> candidates) {
    String models = candidates.stream().map(ModelFile::toString).sorted().toList().toString();
    Instant now = clock.instant();
    synchronized (runs) {
      runs.values().removeIf(run -> run.isStale(now));
      return runs.computeIfAbsent(models, none -> begin(candidates, now));
    }
  }

  /** The next one is played anew. */
  void forget() {
    synchronized (runs) {
      runs.clear();
    }
  }

  private Run begin(Collection<ModelFile> candidates, Instant now) {
    Run run = new Run(now);
    run.result =
        CompletableFuture.supplyAsync(
            () -> play(candidates, percent -> run.percent = percent), background);
    return run;
  }

  private NextHours play(Collection<ModelFile> candidates, IntConsumer progress) {
    try {
      Instant now = clock.instant();
      Instant until = now.plus(AHEAD);
      List<String> due = handoffs.due(until);
      List<String> played = due.subList(0, Math.min(MOST, due.size()));
      Map<String, List<Map<String, Object>>> rows = staff.present();
      rows.putAll(handoffs.open(now));
      PlayedForecast forecast =
          rehearsal.forecast(
              candidates,
              models ->
                  new ForecastRequest(
                      models, rows, now, until, played, waiting.of(EscalationLadder.KEY)),
              progress);
      return new NextHours(
          now,
          until,
          forecast.events(),
          forecast.failures(),
          played.size(),
          due.size() - played.size());
    } catch (RuntimeException e) {
      LOG.warn("The next hours could not be played", e);
      throw e;
    }
  }

  @Override
  public void destroy() {
    background.shutdownNow();
  }
}
