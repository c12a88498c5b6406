package dev.baton.review;

import dev.baton.engine.task.TaskAttempt;
import dev.baton.engine.task.UserTasks;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.review.HandoffReview.State;
import dev.baton.review.minutes.DecisionAnswer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Commands to reviews from our own surfaces: each is checked, then completes its task. */
@Component
public class ReviewCommands {
  private final HandoffReviews reviews;
  private final AgreedDecisions decisions;
  private final ReviewCompletion completion;
  private final ReviewPlanning planning;
  private final ReviewPermissions permissions;
  private final UserTasks tasks;

  ReviewCommands(
      HandoffReviews reviews,
      AgreedDecisions decisions,
      ReviewCompletion completion,
      ReviewPlanning planning,
      ReviewPermissions permissions,
      UserTasks tasks) {
    this.reviews = reviews;
    this.decisions = decisions;
    this.completion = completion;
    this.planning = planning;
    this.permissions = permissions;
    this.tasks = tasks;
  }

  /** Ends a review with its notes and decisions. */
  public void hold(String id, Map<String, Object> fields, String by) {
    HandoffReview known = reviews.find(id).orElseThrow();
    if (known.state() == State.OPEN) {
      permissions.checkHolds(known, by);
    }
    completion.read(known, fields);
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          ReviewCompletion.mustBeOpen(review);
          attempt.complete(id, "holdReview", ReviewProcess.FIELDS, fields, by);
        });
  }

  /** Opens a planned review at once instead of on its day. */
  public void start(String id, String by) {
    permissions.checkPlans(by);
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          if (review.state() != State.PLANNED) {
            ReviewDeadline deadline = review.deadline();
            throw new Conflict(
                "This review has begun already",
                review.state().name(),
                review.outcome().closedBy(),
                deadline == null ? null : deadline.openedAt());
          }
          planning.start(review);
        });
  }

  /** Leaves a review out. */
  public void skip(String id, Map<String, Object> fields, String by) {
    permissions.checkPlans(by);
    FieldReader given = new FieldReader(fields);
    Optional<String> why =
        Optional.ofNullable(
            given.requiredText("reason", "say why, in at most 1000 characters", 1000));
    given.check();
    change(
        attempt -> {
          HandoffReview review = reviews.lock(id).orElseThrow();
          if (review.state() != State.PLANNED) {
            ReviewCompletion.mustBeOpen(review);
          }
          planning.skip(review, by, why.orElseThrow());
        });
  }

  /** Says what became of a decision. */
  public void close(String decisionId, Map<String, Object> fields, String by) {
    permissions.checkCloses(decisions.find(decisionId).orElseThrow(), by);
    DecisionAnswer.read(fields);
    change(
        attempt -> {
          ReviewCompletion.mustBeOpen(decisions.lock(decisionId).orElseThrow());
          attempt.complete(decisionId, "carryOutDecision", ReviewProcess.FIELDS, fields, by);
        });
  }

  private void change(Consumer<TaskAttempt> change) {
    tasks.change(
        change,
        () -> new Conflict("This review is on its way just now; please try again in a moment"));
  }
}
