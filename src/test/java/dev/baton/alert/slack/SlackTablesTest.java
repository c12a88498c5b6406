package dev.baton.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.MigratedDatabase;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.slack.SlackAction.Verb;
import dev.baton.alert.slack.SlackActions.Claimed;
import dev.baton.alert.text.StoredText;
import dev.baton.alert.text.Text;
import dev.baton.sql.RetentionJob;
import dev.baton.sql.RetentionSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** What people did in Slack, in both databases. */
class SlackTablesTest {

  @Test
  void h2_keeps_what_people_did() {
    try (AlertTestBed office = new AlertTestBed()) {
      keeps(office);
    }
  }

  @Test
  void postgresql_keeps_what_people_did() throws Exception {
    try (AlertTestBed office = new AlertTestBed(MigratedDatabase.postgresql())) {
      keeps(office);
    }
  }

  private static void keeps(AlertTestBed office) {
    SlackActions actions = new SlackActions(office.jdbc, new ObjectMapper(), office.facts::add);
    SlackAction action =
        new SlackAction(
            "form:V1",
            Verb.PAUSE,
            "U1",
            new SlackQuestion("handoff-1", "review"),
            Map.of("hours", 24, "reason", "lead_unavailable"),
            null,
            null);
    actions.add(action, office.clock.instant());
    actions.add(action, office.clock.instant());

    Claimed first = claim(office, actions).orElseThrow();
    assertThat(first).isEqualTo(new Claimed(action, false, null, 1));
    assertThat(claim(office, actions)).as("somebody has it").isEmpty();

    actions.again(first, "down", office.clock.instant().plusSeconds(5));
    assertThat(claim(office, actions)).as("it waits").isEmpty();
    office.clock.advance(Duration.ofSeconds(5));
    Claimed second = claim(office, actions).orElseThrow();
    assertThat(second.attempts()).isEqualTo(2);
    actions.done(first);
    actions.again(first, "late", office.clock.instant());
    assertThat(claim(office, actions)).as("who comes late changes nothing").isEmpty();

    Claimed answered = actions.worked(second, Optional.of("Recorded."));
    actions.again(answered, "down", office.clock.instant());
    Claimed said = claim(office, actions).orElseThrow();
    assertThat(said.worked()).isTrue();
    assertThat(said.reply()).isEqualTo("Recorded.");
    assertThat(said.action().fields()).as("what was written is not kept twice").isEmpty();
    actions.done(said);
    assertThat(claim(office, actions)).isEmpty();
    RetentionSettings keep =
        new Binder().bindOrCreate("baton.retention", Bindable.of(RetentionSettings.class));
    RetentionJob retention =
        new RetentionJob(
            office.jdbc,
            List.of(new SlackConfiguration().expiredSlackAnswers(keep)),
            Clock.offset(
                Clock.fixed(office.clock.instant(), ZoneOffset.UTC),
                Duration.ofDays(30).minusMinutes(1)));
    retention.deleteExpired();
    assertThat(answers(office)).as("kept for 30 days").isOne();
    retention =
        new RetentionJob(
            office.jdbc,
            List.of(new SlackConfiguration().expiredSlackAnswers(keep)),
            Clock.offset(Clock.fixed(office.clock.instant(), ZoneOffset.UTC), Duration.ofDays(31)));
    retention.deleteExpired();
    assertThat(answers(office)).isZero();

    SlackSignatureVerifier signatures =
        new SlackSignatureVerifier(() -> Optional.of("s"), office.jdbc, office.clock);
    assertThat(signatures.take("v0=1")).isTrue();
    assertThat(signatures.take("v0=1")).isFalse();

    messages(office);
    office.people.save(office.people.find("rita").orElseThrow());
    assertThat(office.people.ofEmail("RITA@baton.example").orElseThrow().id()).isEqualTo("rita");
    assertThat(office.people.ofSlackId("U1")).isEmpty();
  }

  private static void messages(AlertTestBed office) {
    SlackMessages messages = new SlackMessages(office.jdbc, office.facts::add, office.clock);
    messages.remember(
        "k:slack",
        new SlackMessageActions.Offer(
            "handoff-1", "rita", new OpenTasks.Open("review", null, null)),
        new SlackPlace("D1", "1.2", null));
    assertThat(messages.claim()).isEmpty();
    messages.handedOver("handoff-1", "ben", Text.literal("Ben has it"), office.clock.instant());
    SlackMessageUpdate due = office.transaction.execute(status -> messages.claim()).orElseThrow();
    messages.answered(
        "handoff-1",
        "review",
        Text.of("answered_review", Map.of("person", "Ben")),
        office.clock.instant());
    messages.done(due, null);
    SlackMessageUpdate more = office.transaction.execute(status -> messages.claim()).orElseThrow();
    assertThat(StoredText.read(more.outcome().said()))
        .as("said while the other was written")
        .isEqualTo(Text.of("answered_review", Map.of("person", "Ben")));
    messages.next("handoff-1", "rita", "Next: qualification");
    messages.done(more, null);
    SlackMessageUpdate next = office.transaction.execute(status -> messages.claim()).orElseThrow();
    assertThat(next.outcome().nextStep())
        .as("known while the other was written")
        .isEqualTo("Next: qualification");
    messages.again(next, "down", office.clock.instant().plusSeconds(1));
    assertThat(messages.claim()).isEmpty();
  }

  private static Optional<Claimed> claim(AlertTestBed office, SlackActions actions) {
    return office.transaction.execute(status -> actions.claim(office.clock.instant()));
  }

  private static long answers(AlertTestBed office) {
    return office.jdbc.sql("select count(*) as n from slack_action").query(Long.class).single();
  }
}
