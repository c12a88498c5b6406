package dev.baton.handoff.notice;

import dev.baton.engine.job.FailingSteps;
import dev.baton.engine.job.FailingSteps.FailingStep;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Notices of steps that failed a second time, of whichever process: one for each step while it
 * fails, however many wait at it.
 */
@Component
public class FailingStepNotices {
  private final FailingSteps steps;
  private final OperatorNotices notices;

  /** What is told already; after a restart the keys of the notices know it. */
  private final Set<String> told = new HashSet<>();

  FailingStepNotices(FailingSteps steps, OperatorNotices notices) {
    this.steps = steps;
    this.notices = notices;
  }

  /** One query; tells what has begun to fail since the last time. */
  public synchronized void sweep() {
    Map<String, List<FailingStep>> failing =
        steps.all().stream().collect(Collectors.groupingBy(FailingStepNotices::place));
    told.retainAll(failing.keySet());
    failing.forEach(
        (place, jobs) -> {
          if (!told.contains(place)) {
            tell(jobs);
            told.add(place);
          }
        });
  }

  private static String place(FailingStep step) {
    return step.process() + ":" + step.element();
  }

  private void tell(List<FailingStep> jobs) {
    // the same whichever node tells it, and after a restart
    FailingStep first =
        jobs.stream()
            .min(Comparator.comparingInt(FailingStep::retries).thenComparing(FailingStep::job))
            .orElseThrow();
    String waiting = jobs.size() == 1 ? "" : ", %d wait at it".formatted(jobs.size());
    notices.tell(
        "failing-step:%s".formatted(first.job()),
        "A step fails: %s of %s%s".formatted(steps.name(first), first.process(), waiting),
        List.of(
            Objects.requireNonNullElse(first.why(), "It gave no reason"),
            first.retries() == 0
                ? "Its attempts are used up; Cockpit shows it as an incident and runs it again"
                : "It is tried again by itself, less and less often; Cockpit runs it at once",
            "Of %s".formatted(Objects.requireNonNullElse(first.businessKey(), "nothing of ours"))));
  }
}
