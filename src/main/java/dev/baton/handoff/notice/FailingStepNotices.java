package dev.baton.handoff.notice;

import dev.baton.alert.text.Text;
import dev.baton.engine.job.FailingSteps;
import dev.baton.engine.job.FailingSteps.FailingStep;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<String, Object> step =
        Map.of("step", steps.name(first), "process", first.process(), "n", jobs.size());
    notices.tell(
        "failing-step:%s".formatted(first.job()),
        jobs.size() == 1 ? Text.of("failing_step", step) : Text.of("failing_step_of", step),
        List.of(
            Optional.ofNullable(first.why()).map(Text::literal).orElse(Text.of("no_reason")),
            first.retries() == 0 ? Text.of("attempts_used") : Text.of("tried_again"),
            Optional.ofNullable(first.businessKey())
                .map(key -> Text.of("business_key", Map.of("key", key)))
                .orElse(Text.of("no_business_key"))));
  }
}
