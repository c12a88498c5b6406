package dev.baton.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Intake of signals that come one a request: those of one sender that come while another one is
 * being recorded are recorded together, in the order in which they came, each with its own answer
 * when it is kept.
 */
@Component
class JoinedIntake {
  private static final int MOST = 100;

  private final SignalIntake intake;
  private final ConcurrentMap<String, Sender> senders = new ConcurrentHashMap<>();

  JoinedIntake(SignalIntake intake) {
    this.intake = intake;
  }

  private record Waiting(SignalDraft draft, CompletableFuture<SignalOutcome> outcome) {}

  private static final class Sender {
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);
  }

  SignalOutcome record(String name, SignalDraft draft) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return intake.record(name, List.of(draft)).get(0);
    }
    Sender sender = senders.computeIfAbsent(name, none -> new Sender());
    Waiting own = new Waiting(draft, new CompletableFuture<>());
    sender.waiting.add(own);
    sender.turn.lock();
    try {
      while (!own.outcome.isDone()) {
        record(name, next(sender));
      }
    } finally {
      sender.turn.unlock();
    }
    return outcome(own);
  }

  /** How many of a sender wait for their turn. */
  int waiting(String name) {
    Sender sender = senders.get(name);
    return sender == null ? 0 : sender.waiting.size();
  }

  private static List<Waiting> next(Sender sender) {
    List<Waiting> next = new ArrayList<>();
    while (next.size() < MOST) {
      Waiting waiting = sender.waiting.poll();
      if (waiting == null) {
        break;
      }
      next.add(waiting);
    }
    return next;
  }

  private void record(String name, List<Waiting> together) {
    try {
      List<SignalOutcome> outcomes =
          intake.record(name, together.stream().map(Waiting::draft).toList());
      for (int i = 0; i < together.size(); i++) {
        together.get(i).outcome.complete(outcomes.get(i));
      }
    } catch (RuntimeException | Error failed) {
      together.forEach(each -> each.outcome.completeExceptionally(failed));
    }
  }

  private static SignalOutcome outcome(Waiting own) {
    try {
      return own.outcome.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
