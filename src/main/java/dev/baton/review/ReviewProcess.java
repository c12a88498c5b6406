package dev.baton.review;

import dev.baton.engine.ProcessVariable;
import dev.baton.engine.TaskFields;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.dao.ConcurrencyFailureException;
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

  private final RuntimeService runtime;
  private final ManagementService jobs;

  ReviewProcess(RuntimeService runtime, ManagementService jobs) {
    this.runtime = runtime;
    this.jobs = jobs;
  }

  /** Waits for its day from now on, in the caller's transaction. */
  void start(String reviewId, Instant slotAt) {
    runtime.startProcessInstanceByKey(
        REVIEW,
        reviewId,
        Variables.createVariables()
            .putValue(REVIEW_ID.name(), reviewId)
            .putValue(NEXT_REVIEW_DUE_AT.name(), Date.from(slotAt)));
  }

  /** Somebody is to carry out what was decided. */
  void start(AgreedDecision decision) {
    runtime.startProcessInstanceByKey(
        DECISION,
        decision.id(),
        Variables.createVariables()
            .putValue(REVIEW_ID.name(), decision.reviewId())
            .putValue(OWNER.name(), decision.owner())
            .putValue(TEAM.name(), "managers")
            .putValue(WARN_AT.name(), Date.from(decision.warnAt()))
            .putValue(DUE_AT.name(), Date.from(decision.dueAt())));
  }

  boolean isRunning(String reviewId) {
    return instance(reviewId).isPresent();
  }

  /** Its day is another one; an instant that is past opens it at once. */
  void move(String reviewId, Instant to) {
    unlessRaced(
        () ->
            instance(reviewId)
                .ifPresent(
                    running -> {
                      runtime.setVariable(
                          running.getId(), NEXT_REVIEW_DUE_AT.name(), Date.from(to));
                      jobs
                          .createJobQuery()
                          .processInstanceId(running.getId())
                          .timers()
                          .list()
                          .stream()
                          .forEach(job -> jobs.setJobDuedate(job.getId(), Date.from(to)));
                    }));
  }

  /** Nobody holds it any more. */
  void cancel(String reviewId, String why) {
    unlessRaced(
        () ->
            instance(reviewId)
                .ifPresent(running -> runtime.deleteProcessInstance(running.getId(), why, true)));
  }

  private Optional<ProcessInstance> instance(String reviewId) {
    return Optional.ofNullable(
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(reviewId, REVIEW)
            .singleResult());
  }

  private static void unlessRaced(Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockingException e) {
      throw new ConcurrencyFailureException("The process has gone on meanwhile", e);
    }
  }
}
