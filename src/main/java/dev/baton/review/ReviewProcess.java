package dev.baton.review;

import dev.baton.engine.ProcessInstances;
import dev.baton.engine.ProcessVariable;
import dev.baton.engine.task.TaskFields;
import dev.baton.people.Role;
import dev.baton.review.minutes.ReviewMinutes;
import dev.baton.review.minutes.ReviewSchema;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The running processes {@code handoff-review} and {@code decision-follow-up}: their variables and
 * what happens to them from outside. The business key is the id of the review or of the decision.
 */
@Component
public class ReviewProcess {
  static final String REVIEW = "handoff-review";
  static final String DECISION = "decision-follow-up";

  public static final ProcessVariable<String> REVIEW_ID =
      new ProcessVariable<>("reviewId", String.class);
  public static final ProcessVariable<Date> NEXT_REVIEW_DUE_AT =
      new ProcessVariable<>("nextReviewDueAt", Date.class);
  public static final ProcessVariable<String> OWNER = new ProcessVariable<>("owner", String.class);
  public static final ProcessVariable<String> TEAM = new ProcessVariable<>("team", String.class);
  public static final ProcessVariable<Date> WARN_AT = new ProcessVariable<>("warnAt", Date.class);
  public static final ProcessVariable<Date> DUE_AT = new ProcessVariable<>("dueAt", Date.class);

  /** Everything that stays in the processes: ids and instants. */
  public static final List<ProcessVariable<?>> VARIABLES =
      List.of(REVIEW_ID, NEXT_REVIEW_DUE_AT, OWNER, TEAM, WARN_AT, DUE_AT);

  /** What a person may submit; anything else of a body goes nowhere near the process. */
  public static final Set<String> SUBMITTED =
      Stream.concat(
              Stream.of(ReviewMinutes.NOTES, ReviewMinutes.DECISIONS, ReviewMinutes.ATTENDED),
              Stream.of(ReviewSchema.HOLD, ReviewSchema.CLOSE)
                  .flatMap(form -> form.names().stream()))
          .collect(Collectors.toUnmodifiableSet());

  /** The same, and what stays of it. */
  public static final TaskFields FIELDS = TaskFields.of(SUBMITTED, VARIABLES);

  private final ProcessInstances instances;

  ReviewProcess(ProcessInstances instances) {
    this.instances = instances;
  }

  /** Waits for its day from now on, in the caller's transaction. */
  void start(String reviewId, Instant slotAt) {
    instances
        .start(REVIEW, reviewId)
        .with(REVIEW_ID, reviewId)
        .with(NEXT_REVIEW_DUE_AT, Date.from(slotAt))
        .run();
  }

  /** Somebody is to carry out what was decided. */
  void start(AgreedDecision decision) {
    instances
        .start(DECISION, decision.id())
        .with(REVIEW_ID, decision.reviewId())
        .with(OWNER, decision.owner())
        .with(TEAM, Role.MANAGER.group())
        .with(WARN_AT, Date.from(decision.deadline().warnAt()))
        .with(DUE_AT, Date.from(decision.deadline().dueAt()))
        .run();
  }

  boolean isRunning(String reviewId) {
    return instances.find(REVIEW, reviewId).isPresent();
  }

  /** Its day is another one; an instant that is past opens it at once. */
  void move(String reviewId, Instant to) {
    instances
        .find(REVIEW, reviewId)
        .ifPresent(
            running -> {
              running.set(NEXT_REVIEW_DUE_AT, Date.from(to));
              running.moveTimers(to);
            });
  }

  /** Nobody holds it any more. */
  void cancel(String reviewId, String why) {
    instances.find(REVIEW, reviewId).ifPresent(running -> running.cancel(why));
  }
}
