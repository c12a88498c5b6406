package dev.baton.alert.slack;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Inbox of what Slack sent: takes each once, and has it processed at once. */
class SlackInbox implements AutoCloseable {
  private static final int WORKERS = 4;

  private final Supplier<SlackSettings> settings;
  private final SlackSignatureVerifier signatures;
  private final SlackActions actions;
  private final SlackActionProcessor processor;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /**
   * Slack opens a form within three seconds of a click: nobody waits for a timer or a neighbour.
   */
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WORKERS));

  SlackInbox(
      Supplier<SlackSettings> settings,
      SlackSignatureVerifier signatures,
      SlackActions actions,
      SlackActionProcessor processor,
      TransactionTemplate transaction,
      Clock clock) {
    this.settings = settings;
    this.signatures = signatures;
    this.actions = actions;
    this.processor = processor;
    this.transaction = transaction;
    this.clock = clock;
  }

  boolean isOpen() {
    return settings.get().isCalled();
  }

  boolean isSlack(@Nullable String timestamp, @Nullable String signature, String body) {
    return signatures.isGood(timestamp, signature, body);
  }

  /** Stores what is asked, once; false when this very call was taken before. */
  boolean take(String signature, Optional<SlackAction> action) {
    boolean taken =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean first = signatures.take(signature);
                  if (first) {
                    action.ifPresent(each -> actions.add(each, clock.instant()));
                  }
                  return first;
                }));
    if (taken && action.isPresent()) {
      wake();
    }
    return taken;
  }

  /** The same without a signature, where it came over a connection of ours. */
  void add(SlackAction action) {
    transaction.executeWithoutResult(status -> actions.add(action, clock.instant()));
    wake();
  }

  /** Finds what a crash or a pause left behind; false when there is nothing. */
  boolean wakeIfDue() {
    boolean due = settings.get().answerable() && actions.isDue(clock.instant());
    if (due) {
      wake();
    }
    return due;
  }

  /** Somebody works off what is due; what nobody is woken for waits for the next look. */
  private void wake() {
    try {
      workers.execute(processor::drain);
    } catch (RejectedExecutionException e) {
      // all are busy, or it is the end of the day: it is stored, and the next look finds it
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
