package dev.baton.alert.delivery;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Threads of what talks to the outside, one for each piece of work: a peer that hangs keeps its own
 * waiting, and neither another channel nor the application's own jobs.
 */
@Component
public class ChannelThreads implements SmartLifecycle {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ScheduledTaskRegistrar work = new ScheduledTaskRegistrar();
  private final ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
  private volatile boolean running;

  /** Before the start: this is done again and again, with a short pause, on a thread of its own. */
  public void add(Runnable task) {
    if (running) {
      throw new IllegalStateException("The threads are counted when they start");
    }
    work.addFixedDelayTask(task, PAUSE);
  }

  @Override
  public void start() {
    threads.setThreadNamePrefix("channel-");
    threads.setPoolSize(Math.max(1, work.getFixedDelayTaskList().size()));
    threads.initialize();
    work.setTaskScheduler(threads);
    work.afterPropertiesSet();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    work.destroy();
    threads.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
