package dev.baton.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.RecordingMessenger;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.NoticeKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten messages a person and hour, then one digest (rule R11). */
class DigestTest {
  private final RecordingMessenger peer = new RecordingMessenger("email");
  private final AlertTestBed office = new AlertTestBed(peer);

  @BeforeEach
  void allow_ten() {
    office.allows(10);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void ten_messages_are_ten_messages() {
    tell(0, 10);
    office.deliver();

    assertThat(peer.sent).hasSize(10).noneMatch(key -> key.startsWith("digest"));
  }

  @Test
  void a_thousand_events_at_once_are_one_digest() {
    tell(0, 1000);
    office.deliver();

    assertThat(peer.sent).containsExactly("digest:rita:2026-11-24T12:00:00Z:email");
    Alert digest = office.alert("digest:rita:2026-11-24T12:00:00Z", "email");
    assertThat(digest.kind()).isEqualTo("digest");
    assertThat(digest.subject()).isEqualTo("1,000 things wait for you");
    assertThat(digest.text())
        .contains("Ada Lovelace of Acme is yours (by Tue 24 Nov, 17:05 Berlin time, in 3 h 40 min)")
        .contains("… and 951 more");
    assertThat(office.log.list(null, "pending", null)).isEmpty();
    assertThat(office.log.list(null, "sent", null)).hasSize(500);
  }

  @Test
  void the_figures_of_a_review_are_no_line_of_a_digest() {
    tell(0, 11);
    office.outbox.tell(office.notice("review", NoticeKind.REVIEW, "rita", false));
    office.deliver();

    assertThat(peer.sent)
        .containsExactlyInAnyOrder("digest:rita:2026-11-24T12:00:00Z:email", "review:email");
    assertThat(office.alert("digest:rita:2026-11-24T12:00:00Z", "email").subject())
        .isEqualTo("11 things wait for you");
  }

  @Test
  void beyond_the_budget_the_rest_of_the_hour_waits_for_the_next_digest() {
    tell(0, 10);
    office.deliver();
    tell(10, 1);
    office.deliver();
    assertThat(peer.sent).as("the eleventh tells that there were ten").hasSize(11);
    tell(11, 30);
    office.deliver();
    assertThat(peer.sent).hasSize(11);
    assertThat(office.log.isIdle(office.clock.instant())).isTrue();

    office.clock.advance(Duration.ofMinutes(35));
    office.deliver();

    assertThat(peer.sent).hasSize(12).last().asString().startsWith("digest:rita:2026-11-24T13");
    assertThat(office.alert("k40", "email").state()).isEqualTo("sent");
  }

  @Test
  void an_urgent_notice_is_above_the_budget() {
    tell(0, 300);
    office.outbox.tell(office.notice("hand-raiser", NoticeKind.ASSIGNED, "rita", true));
    office.deliver();

    assertThat(peer.sent).hasSize(2).contains("hand-raiser:email");
  }

  @Test
  void another_person_is_not_affected() {
    tell(0, 300);
    office.outbox.tell(office.notice("for-mona", NoticeKind.ESCALATION, "mona", false));
    office.deliver();

    assertThat(peer.readers).containsExactlyInAnyOrder("rita", "mona");
    assertThat(peer.sent).contains("for-mona:email");
  }

  @Test
  void the_lines_share_the_fate_of_their_digest() {
    tell(0, 12);
    peer.answers.add(new DeliveryOutcome.Retry("down"));
    office.deliver();
    assertThat(states()).containsOnly("pending");
    assertThat(office.log.isIdle(office.clock.instant())).as("it is tried again later").isTrue();

    peer.answers.add(new DeliveryOutcome.Failed("no such address"));
    office.clock.advance(Duration.ofSeconds(10));
    office.deliver();

    assertThat(states()).containsOnly("failed");
    assertThat(office.alert("k3", "email").error()).isEqualTo("no such address");
  }

  @Test
  void two_dispatchers_make_one_digest() throws InterruptedException {
    tell(0, 200);
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(n -> new Thread(() -> office.worker("email").drain()))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    office.deliver();

    assertThat(peer.sent.stream().filter(key -> key.startsWith("digest"))).hasSize(1);
    assertThat(peer.sent).as("what others have in hand counts").hasSizeLessThanOrEqualTo(11);
  }

  private List<String> states() {
    return office.log.list(null, null, null).stream().map(Alert::state).toList();
  }

  private void tell(int from, int number) {
    office.transaction.executeWithoutResult(
        status ->
            IntStream.range(from, from + number)
                .forEach(n -> office.outbox.tell(office.assigned("k" + n))));
  }
}
