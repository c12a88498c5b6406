package dev.baton.handoff;

import dev.baton.engine.TaskAttempt;
import dev.baton.engine.UserTasks;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import dev.baton.handoff.record.Handoffs;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Change of a handoff, tried again while its process is on its way, and what it shows then. */
@Component
class HandoffChanges {
  private final UserTasks tasks;
  private final Handoffs handoffs;
  private final AnswerPreconditions preconditions;
  private final HandoffViews views;

  HandoffChanges(
      UserTasks tasks, Handoffs handoffs, AnswerPreconditions preconditions, HandoffViews views) {
    this.tasks = tasks;
    this.handoffs = handoffs;
    this.preconditions = preconditions;
    this.views = views;
  }

  HandoffView run(String handoffId, Consumer<TaskAttempt> change) {
    tasks.change(change, () -> preconditions.busy(handoffs.find(handoffId).orElseThrow()));
    return views.of(handoffs.find(handoffId).orElseThrow());
  }
}
