package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What a lost timer leaves undone is noticed all the same. */
@OnH2
class DeadlineSweeperTest {
  @Autowired ScheduledTaskHolder schedule;

  @Test
  void the_sweeper_is_on_the_applications_schedule() {
    assertThat(schedule.getScheduledTasks())
        .extracting(Object::toString)
        .anyMatch(task -> task.contains("Sweeper.sweep"));
  }
}
