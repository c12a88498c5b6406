package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.RecordingMessenger.Killed;
import dev.baton.alert.delivery.FailedDeliveriesChanged;
import dev.baton.alert.delivery.FailedDelivery;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipients;
import dev.baton.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final RecordingMessenger peer = new RecordingMessenger("email");
  private final AlertTestBed office = new AlertTestBed(peer);

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_same_key_is_told_once_whatever_repeats() {
    office.outbox.tell(office.assigned("k"));
    office.outbox.tell(office.assigned("k"));
    office.deliver();
    office.outbox.tell(office.assigned("k"));
    office.outbox.skip(office.assigned("k"), "too late");
    office.deliver();

    assertThat(peer.sent).containsExactly("k:email");
    assertThat(office.alert("k", "email").state()).isEqualTo("sent");
  }

  @Test
  void twenty_tellers_of_one_key_at_once_tell_it_once() throws InterruptedException {
    together(
        20,
        n ->
            office.transaction.executeWithoutResult(s -> office.outbox.tell(office.assigned("k"))));
    office.deliver();

    assertThat(peer.sent).containsExactly("k:email");
  }

  @Test
  void what_rolls_back_was_never_told() {
    office.transaction.executeWithoutResult(
        status -> {
          office.outbox.tell(office.assigned("k"));
          status.setRollbackOnly();
        });
    office.deliver();

    assertThat(peer.sent).isEmpty();
    assertThat(office.log.list(null, null, null)).isEmpty();
  }

  @Test
  void two_dispatchers_send_each_notice_once() throws InterruptedException {
    IntStream.range(0, 100).forEach(n -> office.outbox.tell(office.assigned("k" + n)));

    together(4, n -> office.worker("email").drain());

    assertThat(peer.sent).hasSize(100).doesNotHaveDuplicates();
    assertThat(office.log.list(null, "sent", null)).hasSize(100);
  }

  @Test
  void a_failing_notice_does_not_block_later_ones() {
    office.outbox.tell(office.assigned("first"));
    office.outbox.tell(office.assigned("second"));
    peer.answers.add(new DeliveryOutcome.Retry("not now"));
    office.deliver();

    assertThat(office.alert("first", "email").state()).isEqualTo("pending");
    assertThat(office.alert("first", "email").error()).isEqualTo("not now");
    assertThat(office.alert("second", "email").state()).isEqualTo("sent");
  }

  @Test
  void an_unreadable_row_is_its_own_trouble_only() {
    office.outbox.tell(office.assigned("broken"));
    office.outbox.tell(office.assigned("sound"));
    office.jdbc.sql("update notice set briefing = '{' where notice_key = 'broken:email'").update();
    office.deliver();

    assertThat(office.alert("broken", "email").state()).isEqualTo("pending");
    assertThat(office.alert("sound", "email").state()).isEqualTo("sent");
  }

  @Test
  void retries_wait_longer_each_time_and_end_after_eleven_attempts() {
    IntStream.range(0, 20).forEach(n -> peer.answers.add(new DeliveryOutcome.Retry("down")));
    office.outbox.tell(office.notice("k", NoticeKind.ASSIGNED, "rita", true));
    List<Long> waits = List.of(10L, 30L, 60L, 120L, 300L, 900L, 1800L, 3600L, 7200L, 14400L);

    for (int attempt = 1; attempt <= waits.size(); attempt++) {
      office.deliver();
      assertThat(peer.sent).hasSize(attempt);
      assertThat(office.log.isIdle(office.clock.instant())).isTrue();
      office.clock.advance(Duration.ofSeconds(waits.get(attempt - 1)).minusMillis(1));
      office.deliver();
      assertThat(peer.sent).hasSize(attempt);
      office.clock.advance(Duration.ofMillis(1));
    }
    office.deliver();
    office.clock.advance(Duration.ofDays(2));
    office.deliver();

    assertThat(peer.sent).hasSize(11);
    assertThat(office.alert("k", "email"))
        .extracting(Alert::state, Alert::attempts, Alert::error)
        .containsExactly("failed", 11, "down");
  }

  @Test
  void a_peer_that_asks_for_a_rest_gets_it_for_the_whole_channel() {
    office.outbox.tell(office.assigned("first"));
    peer.answers.add(new DeliveryOutcome.Hold("slow down", Duration.ofSeconds(40)));
    office.deliver();
    office.outbox.tell(office.assigned("second"));

    office.clock.advance(Duration.ofSeconds(39));
    office.deliver();
    assertThat(peer.sent).containsExactly("first:email");
    assertThat(office.log.isIdle(office.clock.instant())).isTrue();

    office.clock.advance(Duration.ofSeconds(1));
    office.deliver();
    assertThat(peer.sent).containsExactly("first:email", "second:email", "first:email");
  }

  @Test
  void a_delivery_lost_in_a_crash_is_sent_again_when_its_lease_is_over() {
    office.outbox.tell(office.assigned("k"));
    office.transaction.execute(s -> office.queue.claim("email", office.clock.instant()));

    office.clock.advance(Duration.ofDays(1));
    office.deliver();
    assertThat(peer.sent).as("a demo clock's jump ends no lease").isEmpty();
    assertThat(office.log.isIdle(office.clock.instant())).isFalse();

    office
        .jdbc
        .sql("update notice set lease_until = current_timestamp - interval '1' second")
        .update();
    office.deliver();
    assertThat(peer.sent).containsExactly("k:email");
    assertThat(office.alert("k", "email").attempts()).isEqualTo(2);
  }

  @Test
  void a_crash_between_the_peers_yes_and_our_note_shows_one_message_twice_and_loses_none() {
    for (int n = 0; n < 5; n++) {
      office.outbox.tell(office.assigned("k" + n));
    }
    peer.killAfter = 3;
    assertThatThrownBy(office::deliver).isInstanceOf(Killed.class);
    office.deliver();
    assertThat(peer.sent).as("what the dead one had waits for its lease").hasSize(5);

    office
        .jdbc
        .sql("update notice set lease_until = current_timestamp - interval '1' second")
        .update();
    office.deliver();
    office.deliver();
    assertThat(peer.sent).hasSize(6).contains("k0:email", "k1:email", "k3:email", "k4:email");
    assertThat(peer.sent.stream().filter("k2:email"::equals)).hasSize(2);
    assertThat(office.log.list(null, "sent", null)).hasSize(5);
  }

  @Test
  void an_outage_delays_its_own_channel_alone_and_is_caught_up_without_a_repetition() {
    RecordingMessenger slack = new RecordingMessenger("slack");
    RecordingMessenger mail = new RecordingMessenger("email");
    try (AlertTestBed both = new AlertTestBed(slack, mail)) {
      for (int n = 0; n < 20; n++) {
        both.outbox.tell(both.assigned("k" + n));
        slack.answers.add(new DeliveryOutcome.Retry("down"));
      }
      both.deliver();
      assertThat(mail.sent).hasSize(20);
      assertThat(both.log.list(null, "pending", null)).hasSize(20);

      slack.sent.clear();
      both.clock.advance(Duration.ofMinutes(5));
      both.deliver();
      both.deliver();
      assertThat(slack.sent).hasSize(20).doesNotHaveDuplicates();
      assertThat(mail.sent).hasSize(20);
    }
  }

  @Test
  void what_gave_up_is_tried_again_when_a_manager_says_so() {
    office.outbox.tell(office.assigned("k"));
    peer.answers.add(new DeliveryOutcome.Failed("connection refused"));
    office.deliver();
    FailedDelivery delivery = office.stuck.all().get(0);
    assertThat(delivery)
        .extracting(
            FailedDelivery::what,
            FailedDelivery::to,
            FailedDelivery::why,
            FailedDelivery::handoffId)
        .containsExactly("notice", "rita", "connection refused", "handoff-1");

    office.stuck.again(delivery);
    office.deliver();
    assertThat(office.stuck.all()).isEmpty();
    assertThat(office.alert("k", "email").state()).isEqualTo("sent");
    assertThat(office.facts)
        .containsExactly(
            new FailedDeliveriesChanged("handoff-1"), new FailedDeliveriesChanged("handoff-1"));
  }

  @Test
  void a_rep_who_left_is_stood_in_for_by_the_manager_and_it_shows() {
    office.people.save(
        AlertTestBed.person("rita", "Rita Rossi", Role.SALES, "Europe/Berlin", false));
    office.outbox.tell(office.assigned("k"));
    office.deliver();

    assertThat(peer.readers).containsExactly("mona");
    assertThat(office.alert("k", "email").to()).isEqualTo("mona");
    assertThat(office.alert("k", "email").text())
        .startsWith("You get this for Rita Rossi, who is not active any more.");
  }

  @Test
  void a_rep_who_leaves_while_a_message_waits_is_stood_in_for_too() {
    office.outbox.tell(office.assigned("k"));
    office.people.save(
        AlertTestBed.person("rita", "Rita Rossi", Role.SALES, "Europe/Berlin", false));
    office.deliver();

    assertThat(peer.readers).containsExactly("mona");
    assertThat(office.alert("k", "email").to()).isEqualTo("mona");
    assertThat(office.alert("k", "email").text()).startsWith("You get this for Rita Rossi");
  }

  @Test
  void an_unknown_or_unnamed_person_is_the_managers_too() {
    office.outbox.tell(office.notice("k1", NoticeKind.FAILURE, "ghost", true));
    office.outbox.tell(office.notice("k2", NoticeKind.FAILURE, null, true));

    assertThat(office.alert("k1", "email").to()).isEqualTo("mona");
    assertThat(office.alert("k1", "email").text()).contains("nobody here is called ghost");
    assertThat(office.alert("k2", "email").to()).isEqualTo("mona");
    assertThat(office.alert("k2", "email").text()).contains("nobody owns it yet");
  }

  @Test
  void without_any_manager_it_waits_for_the_first_one_and_says_so() {
    office.people.save(
        AlertTestBed.person("mona", "Mona Maas", Role.MANAGER, "Europe/Lisbon", false));
    office.outbox.tell(office.notice("k", NoticeKind.FAILURE, "ghost", true));
    office.outbox.tell(office.notice("k2", NoticeKind.FAILURE, null, true));
    office.deliver();

    assertThat(peer.sent).isEmpty();
    assertThat(office.alert("k", "email"))
        .extracting(Alert::state, Alert::to, Alert::error, Alert::attempts)
        .containsExactly("pending", "ghost", Recipients.NO_MANAGER, 0);

    office.clock.advance(Duration.ofMinutes(1));
    office.people.save(
        AlertTestBed.person("marga", "Marga Maas", Role.MANAGER, "Europe/Lisbon", true));
    office.deliver();

    assertThat(peer.readers).containsExactly("marga", "marga");
    assertThat(office.alert("k", "email"))
        .extracting(Alert::state, Alert::to, Alert::error)
        .containsExactly("sent", "marga", null);
  }

  @Test
  void what_is_skipped_is_kept_with_the_reason_and_never_sent() {
    office.outbox.skip(office.assigned("k"), "demo data");
    office.deliver();

    assertThat(peer.sent).isEmpty();
    assertThat(office.alert("k", "email"))
        .extracting(Alert::state, Alert::error, Alert::attempts)
        .containsExactly("skipped", "demo data", 0);
  }

  @Test
  void the_reminder_of_an_answered_question_is_taken_back() {
    office.clock.set("2026-11-24T23:00:00Z");
    office.outbox.tell(office.notice("remind", NoticeKind.REMINDER, "rita", false));
    office.outbox.tell(office.assigned("assign"));

    int taken =
        office.outbox.withdraw(
            "handoff-1", NoticeKind::endsWithAnswer, "answered before it was sent");
    office.clock.set("2026-11-25T06:00:00Z");
    office.deliver();

    assertThat(taken).isEqualTo(1);
    assertThat(peer.sent).containsExactly("assign:email");
    assertThat(office.alert("remind", "email").error()).isEqualTo("answered before it was sent");
  }

  @Test
  void urgent_news_overtake_the_rest() {
    office.outbox.tell(office.assigned("plain"));
    office.clock.advance(Duration.ofSeconds(1));
    office.outbox.tell(office.notice("urgent", NoticeKind.ASSIGNED, "rita", true));
    office.deliver();

    assertThat(peer.sent).containsExactly("urgent:email", "plain:email");
  }

  private interface Work {
    void run(int number);
  }

  private static void together(int workers, Work work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<?>> all =
        IntStream.range(0, workers)
            .<Future<?>>mapToObj(
                n ->
                    pool.submit(
                        () -> {
                          go.await();
                          work.run(n);
                          return null;
                        }))
            .toList();
    go.countDown();
    pool.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(future -> assertThat(future).succeedsWithin(Duration.ZERO));
  }
}
