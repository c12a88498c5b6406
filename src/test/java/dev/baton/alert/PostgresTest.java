package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostgresTest {

  @Test
  void the_outbox_speaks_postgresql_as_well() throws Exception {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(MigratedDatabase.postgresql(), peer)) {
      peer.answers.add(new DeliveryOutcome.Hold("slow down", Duration.ofSeconds(10)));
      IntStream.range(0, 40).forEach(n -> office.outbox.tell(office.assigned("k" + n)));
      office.outbox.tell(office.assigned("k0"));
      office.outbox.tell(office.notice("gone", NoticeKind.REMINDER, "rita", false));
      assertThat(office.outbox.withdraw("handoff-1", NoticeKind::endsWithAnswer, "answered"))
          .isEqualTo(1);

      office.deliver();
      assertThat(peer.sent).hasSize(1);
      assertThat(office.log.isIdle(office.clock.instant())).isTrue();

      office.clock.advance(Duration.ofSeconds(10));
      Thread one = new Thread(office.worker("email")::drain);
      Thread two = new Thread(office.worker("email")::drain);
      one.start();
      two.start();
      one.join();
      two.join();

      assertThat(peer.sent).hasSize(41);
      assertThat(office.log.list("lead-1", "sent", "rita")).hasSize(40);
      assertThat(office.alert("gone", "email").state()).isEqualTo("skipped");
    }
  }

  @Test
  void what_no_database_stores_is_gone_before_it_gets_there() throws Exception {
    RecordingMessenger peer = new RecordingMessenger("email");
    try (AlertTestBed office = new AlertTestBed(MigratedDatabase.postgresql(), peer)) {
      String odd = "a\u0000b\uD83D c\u202Ed\u0007 " + "😀".repeat(3000);
      LeadBriefing briefing =
          new LeadBriefing(
              odd,
              new LeadSummary(
                  odd,
                  Collections.nCopies(50, odd),
                  List.of(),
                  odd + "\r\nsecond line",
                  List.of(),
                  odd,
                  List.of(),
                  null),
              odd,
              null,
              "/leads/1");
      office.outbox.tell(
          new Notice(
              "k", NoticeKind.INTENT, "l", "h", "rita", new NoticeContent.Written(odd, briefing)));
      office.deliver();

      assertThat(office.alert("k", "email").state()).isEqualTo("sent");
      assertThat(office.alert("k", "email").subject())
          .startsWith("a b")
          .endsWith("😀…")
          .hasSizeLessThanOrEqualTo(200);
    }
  }
}
