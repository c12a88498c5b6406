package dev.baton.handoff;

import dev.baton.engine.task.TaskAttempt;
import dev.baton.engine.task.UserTasks;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.lifecycle.OwnerChangeAsked;
import dev.baton.handoff.process.HandoffProcess;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Change of a handoff, and what it shows then. While its process is on its way the change is tried
 * again, and what the process has to do first is done at once.
 */
@Component
class HandoffChanges {
  private static final Logger LOG = LoggerFactory.getLogger(HandoffChanges.class);

  private final UserTasks tasks;
  private final Handoffs handoffs;
  private final AnswerPreconditions preconditions;
  private final HandoffProcess process;
  private final UnaskedAnswers unasked;
  private final HandoffViews views;
  private final ApplicationEventPublisher facts;

  HandoffChanges(
      UserTasks tasks,
      Handoffs handoffs,
      AnswerPreconditions preconditions,
      HandoffProcess process,
      UnaskedAnswers unasked,
      HandoffViews views,
      ApplicationEventPublisher facts) {
    this.tasks = tasks;
    this.handoffs = handoffs;
    this.preconditions = preconditions;
    this.process = process;
    this.unasked = unasked;
    this.views = views;
    this.facts = facts;
  }

  HandoffView run(String handoffId, Consumer<TaskAttempt> change) {
    return run(handoffId, change, refusal(handoffId));
  }

  private Runnable refusal(String handoffId) {
    return () -> {
      throw busy(handoffId);
    };
  }

  /** The same for a change of its owner: what was said before it is recorded first (rule R27). */
  HandoffView give(String handoffId, Consumer<TaskAttempt> change) {
    return give(handoffId, change, refusal(handoffId));
  }

  /** The same with another way, as {@link #run(String, Consumer, Runnable)} takes it. */
  HandoffView give(String handoffId, Consumer<TaskAttempt> change, Runnable instead) {
    facts.publishEvent(new OwnerChangeAsked(handoffId));
    return run(handoffId, change, instead);
  }

  /** The same for an answer, which a manager may give although the process doesn't ask it. */
  HandoffView answer(String handoffId, Consumer<TaskAttempt> change, UnaskedAnswers.Answer answer) {
    return run(
        handoffId,
        change,
        () -> {
          if (!unasked.mayGive(answer)) {
            throw busy(handoffId);
          }
          unasked.give(handoffId, answer);
        });
  }

  /**
   * The same with another way, for when the process doesn't come to where the change needs it.
   *
   * @param instead in a transaction of its own
   */
  HandoffView run(String handoffId, Consumer<TaskAttempt> change, Runnable instead) {
    AtomicReference<HandoffView> seen = new AtomicReference<>();
    try {
      tasks.change(change.andThen(attempt -> seen.set(viewed(handoffId))), NotThere::new);
    } catch (NotThere lost) {
      if (TransactionSynchronizationManager.isActualTransactionActive()) {
        throw busy(handoffId);
      }
      afterItsSteps(handoffId, change, instead);
      seen.set(null);
    }
    HandoffView view = seen.get();
    return view == null ? view(handoffId) : view;
  }

  private HandoffView view(String handoffId) {
    return views.of(handoffs.find(handoffId).orElseThrow());
  }

  /** While the rows are at hand; who can't be shown what they said has said it all the same. */
  private @Nullable HandoffView viewed(String handoffId) {
    try {
      return view(handoffId);
    } catch (DataAccessException failed) {
      throw failed;
    } catch (RuntimeException unseen) {
      LOG.warn("Handoff {} can't be shown", handoffId, unseen);
      return null;
    }
  }

  private void afterItsSteps(String handoffId, Consumer<TaskAttempt> change, Runnable instead) {
    try {
      if (!hasGoneOn(handoffId)) {
        throw new NotThere();
      }
      tasks.change(change, NotThere::new);
    } catch (NotThere lost) {
      otherwise(handoffId, instead);
    }
  }

  private void otherwise(String handoffId, Runnable instead) {
    try {
      tasks.change(attempt -> instead.run(), () -> busy(handoffId));
    } catch (ApiProblem refused) {
      throw refused;
    } catch (RuntimeException failed) {
      LOG.warn("Handoff {} can't go on", handoffId, failed);
      throw busy(handoffId);
    }
  }

  private boolean hasGoneOn(String handoffId) {
    try {
      return process.goOn(handoffId);
    } catch (RuntimeException failed) {
      LOG.info("A step of handoff {} failed for whoever waited for it", handoffId, failed);
      return false;
    }
  }

  private Conflict busy(String handoffId) {
    return preconditions.busy(handoffs.find(handoffId).orElseThrow());
  }

  /** The process isn't where the change needs it. */
  private static final class NotThere extends RuntimeException {
    NotThere() {
      super("The process isn't there");
    }
  }
}
