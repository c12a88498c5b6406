package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.MigratedDatabase;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.alert.message.DeadAddress;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom an address doesn't reach any more, a manager stands in for, and everybody sees it. */
class DeadAddressTest {
  private final RecordingMessenger slack = new RecordingMessenger("slack");
  private final RecordingMessenger mail = new RecordingMessenger("email");
  private final AlertTestBed office = new AlertTestBed(slack, mail);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void what_did_not_arrive_falls_to_the_manager_and_the_next_goes_where_it_arrives() {
    slack.answers.add(new DeliveryOutcome.Dead("user_not_found"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(slack.readers).containsExactly("rita", "mona");
    assertThat(mail.readers).containsExactly("rita");
    assertThat(office.alert("k", "slack").to()).isEqualTo("mona");
    assertThat(office.alert("k", "slack").text())
        .startsWith("You get this for Rita Rossi, whom Slack doesn't reach.");
    assertThat(office.dead.of(office.people.find("rita").orElseThrow()))
        .extracting(DeadAddress::channel, DeadAddress::address)
        .containsExactly(tuple("slack", "rita@baton.example"));

    office.outbox.tell(office.assigned("k2"));
    office.deliver();
    assertThat(slack.sent).doesNotContain("k2:slack");
    assertThat(mail.sent).contains("k2:email");
    assertThat(office.alert("k2", "slack").error())
        .isEqualTo("rita@baton.example takes no messages: user_not_found");
  }

  @Test
  void somebody_whom_nothing_reaches_has_a_manager_who_reads_everything() {
    slack.answers.add(new DeliveryOutcome.Dead("gone"));
    mail.answers.add(new DeliveryOutcome.Dead("gone"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();
    office.outbox.tell(office.notice("k2", NoticeKind.ASSIGNED, "rita", true));
    office.deliver();

    assertThat(office.alert("k2", "slack").to()).isEqualTo("mona");
    assertThat(office.alert("k2", "email").to()).isEqualTo("mona");
    assertThat(office.alert("k2", "email").state()).isEqualTo("sent");
  }

  @Test
  void a_dead_wanted_channel_brings_the_others_back() {
    office.jdbc.sql("insert into preference (person, channels) values ('rita', 'slack')").update();
    slack.answers.add(new DeliveryOutcome.Dead("gone"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();
    office.outbox.tell(office.assigned("k2"));
    office.deliver();

    assertThat(mail.sent).containsExactly("k2:email");
  }

  @Test
  void without_a_manager_whom_it_reaches_it_is_stuck() {
    slack.answers.add(new DeliveryOutcome.Dead("gone"));
    slack.answers.add(new DeliveryOutcome.Dead("gone too"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(slack.readers).containsExactly("rita", "mona");
    assertThat(office.stuck.all()).extracting(FailedDelivery::to).containsExactly("mona");
    assertThat(office.facts).containsExactly(new FailedDeliveriesChanged("handoff-1"));
  }

  @Test
  void another_address_is_not_dead_and_a_dead_one_is_tried_again_after_a_week() {
    Person rita = office.people.find("rita").orElseThrow();
    office.dead.add(DeliveryTarget.of(rita), "email", "mailbox full");
    assertThat(office.dead.all()).hasSize(1);

    office.people.save(
        new Person("rita", "Rita", "r2@baton.example", Role.SALES, "emea", ZoneOffset.UTC, true));
    assertThat(office.dead.all()).isEmpty();
    office.people.save(rita);
    assertThat(office.dead.all()).hasSize(1);

    office.clock.advance(Duration.ofDays(7));
    assertThat(office.dead.all()).isEmpty();
    office.outbox.tell(office.assigned("k"));
    office.deliver();
    assertThat(mail.sent).containsExactly("k:email");
  }

  @Test
  void postgresql_knows_them_and_what_is_stuck_as_well() throws Exception {
    RecordingMessenger peer = new RecordingMessenger("slack");
    try (AlertTestBed elsewhere = new AlertTestBed(MigratedDatabase.postgresql(), peer)) {
      peer.answers.add(new DeliveryOutcome.Dead("gone"));
      peer.answers.add(new DeliveryOutcome.Dead("gone too"));
      elsewhere.outbox.tell(elsewhere.assigned("k"));
      elsewhere.deliver();
      elsewhere
          .jdbc
          .sql(
              """
              insert into slack_action (id, verb, slack_user, fields, state, attempts, error,
                recorded_at, next_attempt_at)
              values ('click:1', 'ACCEPT', 'U1', '{}', 'failed', 6, 'down', current_timestamp,
                current_timestamp)
              """)
          .update();
      elsewhere
          .jdbc
          .sql(
              """
              insert into slack_message (notice_key, handoff_id, recipient, question, channel, ts,
                state, outcome, outcome_at, attempts, error)
              values ('k:slack', 'handoff-1', 'rita', 'review', 'D1', '1.2', 'failed', 'Accepted',
                current_timestamp, 10, 'down')
              """)
          .update();
      assertThat(elsewhere.stuck.all())
          .extracting(FailedDelivery::what)
          .containsExactlyInAnyOrder("notice", "answer", "rewrite");
      assertThat(elsewhere.stuck.ofHandoff("handoff-1")).hasSize(2);

      elsewhere.stuck.all().forEach(delivery -> elsewhere.stuck.giveUp(delivery, "mona"));
      assertThat(elsewhere.stuck.all()).isEmpty();
      assertThat(elsewhere.alert("k", "slack").error()).isEqualTo("given up by mona: gone too");
      elsewhere.jdbc.sql("update slack_action set state = 'failed'").update();
      elsewhere.jdbc.sql("update slack_message set state = 'failed'").update();
      elsewhere.stuck.all().forEach(elsewhere.stuck::again);
      assertThat(elsewhere.stuck.all()).isEmpty();
      assertThat(elsewhere.dead.all()).hasSize(2);
      assertThat(elsewhere.dead.revive("rita", "slack")).isTrue();
      assertThat(elsewhere.dead.revive("rita", "slack")).isFalse();
    }
  }
}
