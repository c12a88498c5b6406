package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.RecordingMessenger;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.Role;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.DaysOff;
import dev.baton.sla.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Rule R11: a calendar clock may end at night; the miss counts, the message waits. */
class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    // zone, now, from when the reader may be told
    "Europe/Berlin, 2026-11-24T18:59:59.999Z, 2026-11-24T18:59:59.999Z",
    "Europe/Berlin, 2026-11-24T19:00:00Z, 2026-11-25T06:00:00Z",
    "Europe/Berlin, 2026-11-24T23:00:00Z, 2026-11-25T06:00:00Z",
    "Europe/Berlin, 2026-11-25T05:59:59.999Z, 2026-11-25T06:00:00Z",
    "Europe/Berlin, 2026-11-25T06:00:00Z, 2026-11-25T06:00:00Z",
    // the same instant is day elsewhere
    "America/Los_Angeles, 2026-11-24T23:00:00Z, 2026-11-24T23:00:00Z",
    // half an hour off
    "Asia/Kolkata, 2026-11-24T23:00:00Z, 2026-11-25T01:30:00Z",
    // the night summer time begins has an hour less, the night it ends one more
    "Europe/Berlin, 2026-03-28T21:00:00Z, 2026-03-29T05:00:00Z",
    "Europe/Berlin, 2026-10-24T20:00:00Z, 2026-10-25T06:00:00Z",
    "Australia/Sydney, 2026-10-03T12:00:00Z, 2026-10-03T20:00:00Z",
    "Australia/Sydney, 2026-04-04T12:00:00Z, 2026-04-04T21:00:00Z",
  })
  void rule_R11_messages_wait_for_seven_on_the_readers_wall_clock(
      String zone, Instant now, Instant open) {
    assertThat(new QuietHours(20, 7).open(now, ZoneId.of(zone))).isEqualTo(open);
  }

  @Test
  void quiet_hours_may_lie_within_a_day_or_be_switched_off() {
    Instant noon = Instant.parse("2026-11-24T12:00:00Z");
    ZoneId utc = ZoneId.of("UTC");

    assertThat(new QuietHours(11, 14).open(noon, utc)).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(new QuietHours(13, 14).open(noon, utc)).isEqualTo(noon);
    assertThat(new QuietHours(12, 12).open(noon, utc)).isEqualTo(noon);
    assertThatThrownBy(() -> new QuietHours(20, 24)).hasMessageContaining("baton.quiet-hours");
  }

  @ParameterizedTest
  @CsvSource({
    // told when the shift begins and the quiet hours are over, whichever is later
    "09:00-17:00, 2026-11-24T05:00:00Z, false, 2026-11-24T09:00:00Z",
    "06:00-14:00, 2026-11-24T05:00:00Z, false, 2026-11-24T07:00:00Z",
    "06:00-14:00, 2026-11-24T06:30:00Z, false, 2026-11-24T07:00:00Z",
    "09:00-17:00, 2026-11-24T17:00:00Z, false, 2026-11-25T09:00:00Z",
    // something urgent waits for the shift alone
    "06:00-14:00, 2026-11-24T05:00:00Z, true, 2026-11-24T06:00:00Z",
    "06:00-14:00, 2026-11-24T06:30:00Z, true, 2026-11-24T06:30:00Z",
    "09:00-17:00, 2026-11-24T17:00:00Z, true, 2026-11-25T09:00:00Z",
    // who only works in quiet hours is told there, and not never
    "21:00-24:00, 2026-11-24T12:00:00Z, false, 2026-11-24T21:00:00Z",
    "21:00-24:00, 2026-11-24T21:30:00Z, false, 2026-11-24T21:30:00Z",
    "00:00-05:00, 2026-11-24T12:00:00Z, true, 2026-11-25T00:00:00Z",
  })
  void a_message_finds_its_reader_at_work(String span, Instant now, boolean urgent, Instant open) {
    Map<String, List<String>> days = new HashMap<>();
    List.of("mon", "tue", "wed", "thu", "fri").forEach(day -> days.put(day, List.of(span)));
    BusinessCalendar shift =
        new BusinessCalendar("x", ZoneId.of("UTC"), WorkingHours.of(days), DaysOff.none());
    QuietHours quiet = new QuietHours(20, 7);

    assertThat(quiet.open(now, shift, urgent)).isEqualTo(open);
    assertThat(quiet.open(open, shift, urgent)).as("and then it goes").isEqualTo(open);
  }

  @Test
  void they_are_a_setting_and_twenty_to_seven_without_it() {
    Map<String, String> set = Map.of("baton.quiet-hours.from", "22", "baton.quiet-hours.to", "6");

    assertThat(
            new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("baton.quiet-hours", QuietHours.class))
        .isEqualTo(new QuietHours(22, 6));
    assertThat(
            new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("baton.quiet-hours", QuietHours.class))
        .isEqualTo(new QuietHours(20, 7));
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void a_reminder_at_midnight_waits_for_seven_in_the_readers_zone(NoticeKind kind) {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(peer)) {
      office.clock.set("2026-11-24T23:00:00Z"); // midnight in Berlin
      office.outbox.tell(office.notice("k", kind, "rita", false));

      office.clock.set("2026-11-25T05:59:59.999Z");
      office.deliver();
      assertThat(peer.sent).isEmpty();
      assertThat(office.log.isIdle(office.clock.instant())).isTrue();

      office.clock.set("2026-11-25T06:00:00Z");
      assertThat(office.log.isIdle(office.clock.instant())).isFalse();
      office.deliver();
      assertThat(peer.sent).containsExactly("k:email");
    }
  }

  @Test
  void a_hand_raisers_assignment_goes_out_at_midnight() {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(peer)) {
      office.clock.set("2026-11-24T23:00:00Z");
      office.outbox.tell(office.notice("k", NoticeKind.ASSIGNED, "rita", true));
      office.deliver();

      assertThat(peer.sent).containsExactly("k:email");
    }
  }

  @Test
  void a_retry_that_falls_into_the_night_waits_too_and_waiting_is_no_attempt() {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(peer)) {
      office.clock.set("2026-11-24T18:59:55Z");
      office.outbox.tell(office.assigned("k"));
      peer.answers.add(new DeliveryOutcome.Retry("down"));
      office.deliver();
      office.clock.set("2026-11-24T19:00:05Z");
      office.deliver();
      assertThat(peer.sent).hasSize(1);
      assertThat(office.alert("k", "email"))
          .extracting(Alert::state, Alert::attempts, Alert::error)
          .containsExactly("pending", 1, "down");

      office.clock.set("2026-11-25T06:00:00Z");
      office.deliver();
      assertThat(peer.sent).hasSize(2);
      assertThat(office.alert("k", "email").attempts()).isEqualTo(2);
    }
  }

  @Test
  void a_stand_in_has_quiet_hours_of_their_own() {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(peer)) {
      office.people.save(
          AlertTestBed.person("mona", "Mona Maas", Role.MANAGER, "Asia/Tokyo", true));
      office.outbox.tell(office.assigned("k"));
      office.people.save(
          AlertTestBed.person("rita", "Rita Rossi", Role.SALES, "Europe/Berlin", false));
      office.deliver(); // 21:25 in Tokyo

      assertThat(peer.sent).isEmpty();
      assertThat(office.alert("k", "email").to()).isEqualTo("mona");
      office.clock.set("2026-11-24T22:00:00Z");
      office.deliver();
      assertThat(peer.readers).containsExactly("mona");
      assertThat(office.alert("k", "email").text()).startsWith("You get this for Rita Rossi");
    }
  }
}
