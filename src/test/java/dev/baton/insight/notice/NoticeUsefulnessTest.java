package dev.baton.insight.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.message.NoticeKind;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.insight.rollup.InstantRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule R28: a message is of use when somebody acts on it in time. */
class NoticeUsefulnessTest {
  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  private List<NoticeUsefulnessRow> rows() {
    return house.bean(NoticeUsefulness.class).in(InstantRange.EVERYTHING);
  }

  private Optional<NoticeUsefulnessRow> row(NoticeKind kind) {
    return rows().stream().filter(row -> row.kind() == kind).findFirst();
  }

  @Test
  void a_lead_that_is_answered_in_time_makes_its_message_one_of_use() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(Duration.ofMinutes(10));
    NoticeUsefulnessRow before = row(NoticeKind.ASSIGNED).orElseThrow();
    assertThat(before.followed()).isZero();
    assertThat(before.open()).as("there is time left").isEqualTo(before.told());
    assertThat(before.share()).isNull();

    house.ben().accepts(ada);

    NoticeUsefulnessRow after = row(NoticeKind.ASSIGNED).orElseThrow();
    assertThat(after.told()).as("once over however many channels").isEqualTo(1);
    assertThat(after.followed()).isEqualTo(1);
    assertThat(after.share()).isEqualTo(1.0);
  }

  @Test
  void what_nobody_acts_on_before_its_deadline_is_of_no_use_and_a_late_answer_is_no_cure() {
    LeadActor ada = house.lead("ada@acme.example").requestsDemo();
    house.passes(Duration.ofHours(5));
    NoticeUsefulnessRow told = row(NoticeKind.ASSIGNED).orElseThrow();
    assertThat(told.open()).isZero();
    assertThat(told.share()).isEqualTo(0.0);
    assertThat(row(NoticeKind.REMINDER))
        .hasValueSatisfying(row -> assertThat(row.share()).isEqualTo(0.0));

    house.ben().accepts(ada);

    assertThat(row(NoticeKind.ASSIGNED).orElseThrow().followed()).isZero();
    assertThat(row(NoticeKind.ESCALATION).orElseThrow().followed())
        .as("no deadline runs any more, so that a day counts")
        .isEqualTo(1);
  }

  @Test
  void a_share_is_low_only_of_enough() {
    assertThat(NoticeUsefulnessRow.of(NoticeKind.REMINDER, 19, 0, 0).isLow()).isFalse();
    assertThat(NoticeUsefulnessRow.of(NoticeKind.REMINDER, 20, 9, 0).isLow()).isTrue();
    assertThat(NoticeUsefulnessRow.of(NoticeKind.REMINDER, 20, 10, 0).isLow()).isFalse();
    assertThat(NoticeUsefulnessRow.of(NoticeKind.REMINDER, 25, 0, 6).isLow())
        .as("those with time left are no judgement")
        .isFalse();
    assertThat(rows()).isEmpty();
  }
}
