package dev.baton.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.alert.AlertTestBed;
import dev.baton.alert.message.DeliveryOutcome;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails that follow each other share a connection. */
class KeptConnectionTest {

  @Test
  void mails_that_follow_each_other_take_one_connection_which_ends_soon_after() throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer();
        MailMessenger mail = AlertTestBed.mail(server.port(), Duration.ofSeconds(20))) {
      for (int i = 0; i < 3; i++) {
        assertThat(send(mail)).isInstanceOf(DeliveryOutcome.Sent.class);
      }

      assertThat(server.told("DATA")).hasSize(3);
      assertThat(server.told("EHLO")).hasSize(1);
      await().atMost(Duration.ofSeconds(20)).until(() -> server.told("QUIT").size() == 1);
      assertThat(send(mail)).isInstanceOf(DeliveryOutcome.Sent.class);
      assertThat(server.told("EHLO")).hasSize(2);
    }
  }

  @Test
  void a_server_may_take_no_more_than_fifty_by_one_connection() throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer();
        MailMessenger mail = AlertTestBed.mail(server.port(), Duration.ofSeconds(20))) {
      for (int i = 0; i < 51; i++) {
        assertThat(send(mail)).isInstanceOf(DeliveryOutcome.Sent.class);
      }

      assertThat(server.told("DATA")).hasSize(51);
      assertThat(server.told("EHLO")).hasSize(2);
    }
  }

  @Test
  void a_server_that_hangs_up_after_each_mail_is_called_again_for_the_next_one() throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer();
        MailMessenger mail = AlertTestBed.mail(server.port(), Duration.ofSeconds(20))) {
      server.hangUpAfterMails();
      for (int i = 0; i < 3; i++) {
        assertThat(send(mail)).isInstanceOf(DeliveryOutcome.Sent.class);
      }

      assertThat(server.told("DATA")).hasSize(3);
      assertThat(server.told("EHLO")).hasSize(3);
    }
  }

  private static DeliveryOutcome send(MailMessenger mail) throws Exception {
    MimeMessage message =
        mail.composer()
            .message(
                "k",
                "Hello",
                "text",
                "<p>text</p>",
                MailServer.mailbox("ada@acme.example"),
                List.of(),
                null);
    return mail.calls().send(message, "text");
  }
}
