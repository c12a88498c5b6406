package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.RecordingMessenger;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.Team;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody says how they like to be told, and nothing gets lost by it. */
class ChannelSelectorTest {
  private final RecordingMessenger slack = new RecordingMessenger("slack");
  private final RecordingMessenger mail = new RecordingMessenger("email");
  private final AlertTestBed office = new AlertTestBed(slack, mail);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void who_wants_mail_alone_gets_mail_alone_and_the_log_says_why() {
    wants("rita", "email", null);
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(mail.sent).containsExactly("k:email");
    assertThat(slack.sent).isEmpty();
    assertThat(office.alert("k", "slack"))
        .extracting(Alert::state, Alert::error)
        .containsExactly("skipped", "Rita Rossi wants messages over another channel");
  }

  @Test
  void what_was_on_its_way_when_a_wish_changed_arrives() {
    wants("rita", "email", null);
    office.outbox.tell(office.assigned("k"));
    wants("rita", "slack", null);
    office.deliver();

    assertThat(mail.sent).containsExactly("k:email");
  }

  @Test
  void where_no_wanted_channel_is_set_up_the_others_are_used() {
    wants("rita", "teams", null);
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(slack.sent).containsExactly("k:slack");
    assertThat(mail.sent).containsExactly("k:email");
  }

  @Test
  void reminders_and_news_wait_for_one_message_a_day() {
    wants("rita", "email", 15);
    // due at 17:05 in Berlin, where it is 13:25
    tell("reminder", NoticeKind.REMINDER, false);
    tell("news", NoticeKind.INTENT, false);
    office.deliver();
    assertThat(mail.sent).isEmpty();

    office.clock.advance(Duration.ofMinutes(95));
    office.deliver();
    assertThat(mail.sent).containsExactly("daily:rita:2026-11-24T14:00:00Z:email");
    assertThat(office.alert("daily:rita:2026-11-24T14:00:00Z", "email").text())
        .contains("Reminders and news of your leads, once a day.")
        .contains("Ada Lovelace of Acme is yours (by Tue 24 Nov, 17:05 Berlin time");
    assertThat(office.alert("news", "email").state()).isEqualTo("sent");
  }

  @Test
  void a_single_reminder_is_no_digest() {
    wants("rita", "email", 15);
    tell("reminder", NoticeKind.REMINDER, false);
    office.clock.advance(Duration.ofMinutes(95));
    office.deliver();

    assertThat(mail.sent).containsExactly("reminder:email");
  }

  @Test
  void what_is_due_before_the_daily_message_comes_at_once() {
    wants("rita", "email", 18);
    tell("reminder", NoticeKind.REMINDER, false);
    office.deliver();

    assertThat(mail.sent).containsExactly("reminder:email");
  }

  @Test
  void assignments_escalations_failures_and_raised_hands_come_at_once() {
    wants("rita", "email", 15);
    tell("assigned", NoticeKind.ASSIGNED, false);
    tell("reassigned", NoticeKind.REASSIGNED, false);
    tell("escalation", NoticeKind.ESCALATION, false);
    tell("failure", NoticeKind.FAILURE, false);
    tell("hand-raise", NoticeKind.INTENT, true);
    office.deliver();

    assertThat(mail.sent).hasSize(5);
  }

  @Test
  void an_answered_reminder_leaves_the_daily_message() {
    wants("rita", "email", 15);
    tell("reminder", NoticeKind.REMINDER, false);
    office.outbox.withdraw("handoff-1", NoticeKind::endsWithAnswer, "answered meanwhile");
    office.clock.advance(Duration.ofHours(3));
    office.deliver();

    assertThat(mail.sent).isEmpty();
  }

  @Test
  void a_team_reads_in_its_own_channel_on_its_own_clock() {
    office.teams.save(new Team("emea", "EMEA", null, false, "#emea"));
    office.clock.set("2026-11-24T21:00:00Z");
    office.outbox.tellTeam("emea", List.of(teamNotice("k")));
    office.outbox.tellTeam("other", List.of(teamNotice("k2")));
    office.deliver();
    assertThat(slack.sent).as("at night").isEmpty();

    office.clock.set("2026-11-25T07:00:00Z");
    office.deliver();
    assertThat(slack.sent).containsExactly("k:slack");
    assertThat(slack.readers).containsExactly("team:emea");
    assertThat(mail.sent).isEmpty();
  }

  @Test
  void a_team_whose_channel_is_gone_has_a_manager() {
    office.teams.save(new Team("emea", "EMEA", null, false, "#emea"));
    slack.answers.add(new DeliveryOutcome.Dead("is_archived"));
    office.outbox.tellTeam("emea", List.of(teamNotice("k")));
    office.deliver();
    office.outbox.tellTeam("emea", List.of(teamNotice("k2")));
    office.deliver();

    assertThat(slack.readers).containsExactly("team:emea", "mona");
    assertThat(office.alert("k", "slack").text())
        .startsWith("You get this for team EMEA, whom Slack doesn't reach.");
    assertThat(office.alert("k2", "slack").error())
        .isEqualTo("#emea takes no messages: is_archived");
  }

  @Test
  void another_channel_needs_its_class_and_nothing_else() {
    RecordingMessenger pigeons = new RecordingMessenger("pigeons");
    try (AlertTestBed tower = new AlertTestBed(mail, pigeons)) {
      pigeons.answers.add(new DeliveryOutcome.Hold("asked to wait", Duration.ofMinutes(5)));
      tower.outbox.tell(tower.assigned("k"));
      tower.deliver();
      assertThat(mail.sent).containsExactly("k:email");
      assertThat(tower.alert("k", "pigeons").state()).isEqualTo("pending");

      tower.outbox.tell(tower.assigned("k2"));
      tower.deliver();
      assertThat(pigeons.sent).as("the channel rests").containsExactly("k:pigeons");

      tower.clock.advance(Duration.ofMinutes(5));
      pigeons.answers.add(new DeliveryOutcome.Dead("shot down"));
      tower.deliver();
      assertThat(tower.alert("k2", "pigeons").text())
          .startsWith("You get this for Rita Rossi, whom Pigeons doesn't reach.");
      assertThat(tower.preferences.of("rita").channels()).containsExactly("email", "pigeons");
    }
  }

  private Notice teamNotice(String key) {
    return office.notice(key, NoticeKind.ASSIGNED, Notice.team("emea"), false);
  }

  private void tell(String key, NoticeKind kind, boolean urgent) {
    office.outbox.tell(office.notice(key, kind, "rita", urgent));
  }

  private void wants(String person, String channel, Integer digestHour) {
    office.jdbc.sql("delete from preference where person = ?").param(person).update();
    office
        .jdbc
        .sql("insert into preference (person, channels, digest_hour) values (?, ?, ?)")
        .params(Arrays.asList(person, channel, digestHour))
        .update();
  }
}
