package dev.baton.alert.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Threads of what talks to the outside, one for each piece of work: a peer that hangs keeps its own
 * waiting, and neither another channel nor the application's own jobs. Each is woken when something
 * was recorded for it; what comes due by time, or was left behind by another node, is found by a
 * look that gets rarer while there is nothing to do.
 */
@Component
public class ChannelThreads implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelThreads.class);
  private static final Duration SHORTEST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Map<String, Work> works = new ConcurrentHashMap<>();
  private @Nullable ExecutorService threads;

  /**
   * From the start on, or from now, this is done again and again on a thread of its own.
   *
   * @param task answers whether there was anything to do
   */
  public synchronized void add(String name, BooleanSupplier task) {
    Work work = new Work(name, task);
    if (works.putIfAbsent(name, work) != null) {
      throw new IllegalStateException("There is work of the name " + name);
    }
    if (threads != null) {
      threads.execute(work);
    }
  }

  /** Its thread ends after the round that it is in. */
  public synchronized void remove(String name) {
    Work work = works.remove(name);
    if (work != null) {
      work.end();
    }
  }

  /** Once what it is about can be seen by others. */
  @TransactionalEventListener(fallbackExecution = true)
  public void on(DeliveryDue due) {
    Work work = works.get(due.work());
    if (work != null) {
      work.wake();
    }
  }

  /** All look at once: time has jumped. */
  public void wake() {
    works.values().forEach(Work::wake);
  }

  @Override
  public synchronized void start() {
    ExecutorService started =
        Executors.newCachedThreadPool(new CustomizableThreadFactory("channel-"));
    works.values().forEach(started::execute);
    threads = started;
  }

  @Override
  public synchronized void stop() {
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return threads != null;
  }

  private static final class Work implements Runnable {
    private final String name;
    private final BooleanSupplier task;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean ended;

    Work(String name, BooleanSupplier task) {
      this.name = name;
      this.task = task;
    }

    void wake() {
      woken.release();
    }

    void end() {
      ended = true;
      wake();
    }

    @Override
    public void run() {
      Duration pause = SHORTEST;
      try {
        while (!ended && !Thread.currentThread().isInterrupted()) {
          woken.drainPermits();
          pause = wasBusy() ? SHORTEST : longer(pause);
          if (woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            pause = SHORTEST;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** A round that fails is followed by the next one, for lack of memory too. */
    private boolean wasBusy() {
      try {
        return task.getAsBoolean();
      } catch (RuntimeException | Error e) {
        LOG.error("Work for {} failed; it goes on at the next look", name, e);
        return false;
      }
    }

    private static Duration longer(Duration pause) {
      Duration doubled = pause.multipliedBy(2);
      return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
  }
}
