package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlinesMissed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application was off while many deadlines passed. */
class DowntimeTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void sixty_deadlines_that_passed_while_we_were_off_are_one_digest_and_no_old_reminder() {
    deadlinesPass(60);
  }

  @Test
  @Tag("nightly")
  void five_hundred_deadlines_are_one_digest_too() {
    deadlinesPass(500);
  }

  private void deadlinesPass(int count) {
    List<LeadActor> leads =
        IntStream.range(0, count)
            .mapToObj(n -> scenario.lead("ada@company%d.example".formatted(n)).requestsDemo())
            .toList();
    int before = sent().size();

    scenario.isDownFor(Duration.ofHours(50));

    assertThat(leads)
        .hasSize(count)
        .allSatisfy(
            lead -> {
              assertThat(lead.rounds("review")).hasSize(1);
              Deadline review = lead.deadline("review");
              assertThat(review.missedAt()).as("its true instant").isEqualTo(review.dueAt());
            });
    List<Alert> after = sent().subList(before, sent().size());
    assertThat(after).extracting(Alert::kind).containsExactly("digest");
    assertThat(after).extracting(Alert::to).containsExactly("mona");
    assertThat(after.get(0).subject()).isEqualTo(count + " things wait for you");
    assertThat(scenario.facts(DeadlinesMissed.class).stream().flatMap(fact -> fact.all().stream()))
        .filteredOn(missed -> missed.deadline().clock().equals("review"))
        .as("each miss is a fact once")
        .hasSize(count);
  }

  /** What went out as a message of its own, oldest first. */
  private List<Alert> sent() {
    return scenario
        .db()
        .sql(
            """
            select notice_key as "key", kind, channel, recipient as "to", subject, body as text,
              state, attempts, recorded_at as at, sent_at, error
            from notice where state = 'sent' and digest_id is null order by sent_at, id
            """)
        .query(Alert.ROWS)
        .list();
  }
}
