package dev.baton.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.alert.AlertTestBed;
import dev.baton.alert.message.DeliveryOutcome;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail goes to the address that came in, or to nobody. */
class LeadAddressTest {

  private static DeliveryOutcome send(RecordingSmtpServer server, String to) throws Exception {
    try (MailMessenger mail = AlertTestBed.mail(server.port(), Duration.ofSeconds(20))) {
      InternetAddress mailbox = MailServer.mailbox(to);
      MimeMessage message =
          mail.composer().message("k", "Hello", "text", "<p>text</p>", mailbox, List.of(), null);
      return mail.calls().send(message, "text");
    }
  }

  @Test
  void an_address_beyond_ascii_goes_out_as_it_came_in_where_the_server_offers_it()
      throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer("SMTPUTF8")) {
      assertThat(send(server, "tomaš@case16.example")).isInstanceOf(DeliveryOutcome.Sent.class);

      assertThat(server.told("RCPT TO")).containsExactly("RCPT TO:<tomaš@case16.example>");
      assertThat(server.told("MAIL FROM")).singleElement().asString().contains("SMTPUTF8");
      assertThat(server.told("To:")).containsExactly("To: tomaš@case16.example");
    }
  }

  @Test
  void where_the_server_does_not_offer_it_the_address_is_dead_and_nobody_else_gets_the_mail()
      throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer()) {
      DeliveryOutcome outcome = send(server, "tomaš@case16.example");

      assertThat(outcome).isInstanceOf(DeliveryOutcome.Dead.class);
      assertThat(((DeliveryOutcome.Dead) outcome).why())
          .contains("SMTPUTF8", "tomaš@case16.example");
      assertThat(server.told("RCPT TO")).isEmpty();
    }
  }

  @Test
  void a_domain_beyond_ascii_goes_out_in_punycode_to_any_server() throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer()) {
      assertThat(send(server, "ada@müller.example")).isInstanceOf(DeliveryOutcome.Sent.class);

      assertThat(server.told("RCPT TO")).containsExactly("RCPT TO:<ada@xn--mller-kva.example>");
    }
  }

  @Test
  void a_domain_that_java_would_make_another_of_goes_out_as_itself_to_any_server()
      throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer()) {
      assertThat(send(server, "ada@straße.example")).isInstanceOf(DeliveryOutcome.Sent.class);

      assertThat(server.told("RCPT TO")).containsExactly("RCPT TO:<ada@xn--strae-oqa.example>");
    }
  }

  @Test
  void a_plain_address_needs_no_extension_and_its_headers_stay_ascii() throws Exception {
    try (RecordingSmtpServer server = new RecordingSmtpServer("SMTPUTF8")) {
      assertThat(send(server, "ada@acme.example")).isInstanceOf(DeliveryOutcome.Sent.class);

      assertThat(server.told("MAIL FROM")).singleElement().asString().doesNotContain("SMTPUTF8");
      assertThat(server.told("RCPT TO")).containsExactly("RCPT TO:<ada@acme.example>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b@x.de", "a@x.de,b@x.de", "no address", "Ada <a@x.de>", "a@x..de"})
  void what_is_not_one_mailbox_is_no_recipient(String address) {
    assertThatThrownBy(() -> MailServer.mailbox(address)).isInstanceOf(AddressException.class);
  }
}
