package dev.baton.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a mail, whatever stands in it. */
class ReceivedMailReaderTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz";
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String PLAIN =
      """
      From: Ada <Ada@Acme.example>
      To: reply+%s@baton.example
      Subject: Re: Your demo
      Message-ID: <1@acme.example>
      """
          .formatted(TOKEN);

  private static Optional<ReceivedMail> found(byte[] raw) throws Exception {
    return ReceivedMailReader.read(raw, NOW);
  }

  private static ReceivedMail read(String text) throws Exception {
    return found(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void a_mail_to_none_of_our_addresses_is_not_read() throws Exception {
    byte[] raw =
        "From: a@b.example\r\nTo: sales+x@baton.example\r\n\r\nHello"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(found(raw)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Delivered-To: log+%s@baton.example",
        "X-Original-To: LOG+%S@Baton.example",
        "Envelope-To: <log+%s@baton.example>",
        "Received: from mx by mail.baton.example with ESMTP for <log+%s@baton.example>; now",
        "Cc: Bo <bo@acme.example>, Log <log+%s@baton.example>"
      })
  void an_address_is_found_wherever_a_mail_server_notes_it(String header) throws Exception {
    ReceivedMail mail =
        read(
            "From: rita@baton.example\nTo: ada@acme.example\n"
                + header.formatted(TOKEN)
                + "\n\nHi");
    assertThat(mail.addresses())
        .containsExactly(new TaggedAddress(TaggedAddress.Purpose.LOG, TOKEN));
    assertThat(mail.toOthers()).isTrue();
  }

  @Test
  void a_person_answers() throws Exception {
    ReceivedMail mail = read(PLAIN + "\nTuesday, please.\n");
    assertThat(mail.from()).isEqualTo("ada@acme.example");
    assertThat(mail.automatic()).isNull();
    assertThat(mail.bounce()).isNull();
    assertThat(mail.text()).isEqualTo("Tuesday, please.");
    assertThat(mail.toOthers()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (holiday)",
        "List-Id: <news.acme.example>",
        "List-Unsubscribe: <mailto:no@acme.example>",
        "Precedence: Bulk",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "Return-Path: <>",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"
      })
  void what_a_program_sends_is_known_as_that(String header) throws Exception {
    assertThat(read(PLAIN + header + "\n\nI am away.").automatic()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatic reply: Your demo",
        "Out of Office: Your demo",
        "Automatische Antwort: Ihre Demo",
        "Abwesenheitsnotiz"
      })
  void a_note_of_absence_is_known_by_its_subject(String subject) throws Exception {
    assertThat(read(PLAIN.replace("Re: Your demo", subject) + "\nAway").automatic()).isNotNull();
  }

  @Test
  void a_mail_that_says_no_program_sent_it_is_a_persons() throws Exception {
    assertThat(read(PLAIN + "Auto-Submitted: no\n\nHi").automatic()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"failed,5.1.1,true", "delayed,4.4.1,false", "failed,4.4.7,true"})
  void a_bounce_says_whether_it_failed_and_why(String action, String status, boolean failed)
      throws Exception {
    ReceivedMail mail =
        read(
            PLAIN
                + """
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Sorry.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.acme.example

                Final-Recipient: rfc822; ada@acme.example
                Action: %s
                Status: %s
                --b--
                """
                    .formatted(action, status));
    assertThat(mail.bounce()).isEqualTo(new BounceReport(status, failed));
  }

  @Test
  void a_bounce_that_cannot_be_read_is_one_all_the_same() throws Exception {
    String type = "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\nx";
    assertThat(read(PLAIN + type).bounce()).isEqualTo(new BounceReport(null, true));
  }

  @Test
  void what_a_mail_server_writes_in_its_own_form_is_a_bounce() throws Exception {
    assertThat(read(PLAIN.replace("Ada@Acme", "MAILER-DAEMON@mx.acme") + "\nSorry").bounce())
        .isEqualTo(new BounceReport(null, true));
  }

  @ParameterizedTest
  @CsvSource({"windows-1252", "ISO-8859-15", "UTF-16LE", "KOI8-R", "Shift_JIS"})
  void a_text_is_read_in_its_charset(String charset) throws Exception {
    String word =
        charset.equals("KOI8-R") ? "привет" : charset.equals("Shift_JIS") ? "日本" : "Grüße";
    byte[] head =
        (PLAIN + "Content-Type: text/plain; charset=" + charset + "\n\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] body = word.getBytes(Charset.forName(charset));
    byte[] raw = new byte[head.length + body.length];
    System.arraycopy(head, 0, raw, 0, head.length);
    System.arraycopy(body, 0, raw, head.length, body.length);
    assertThat(found(raw).orElseThrow().text()).isEqualTo(word);
  }

  @Test
  void an_unknown_charset_or_encoding_costs_no_mail() throws Exception {
    String odd = "Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: warp\n\n";
    assertThat(read(PLAIN + odd + "Hello é").text()).isEqualTo("Hello é");
  }

  @Test
  void html_is_read_without_its_tags_and_scripts() throws Exception {
    String html =
        "Content-Type: text/html; charset=utf-8\n\n<html><head><title>x</title><style>p{}</style>"
            + "</head><body><script>alert('<p>')</script><p>Tuesday &amp; ten</p><p>Ada</p></body>";
    assertThat(read(PLAIN + html).text()).isEqualTo("Tuesday & ten\nAda");
  }

  @Test
  void parts_within_parts_without_end_are_read_in_bounds() throws Exception {
    StringBuilder bomb = new StringBuilder(PLAIN);
    for (int i = 0; i < 3000; i++) {
      bomb.append("Content-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%d\n".formatted(i, i));
    }
    long start = System.nanoTime();
    assertThat(read(bomb + "Content-Type: text/plain\n\nHello").text()).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script ", "<", "<style>", " \n ", "<br", "&"})
  void html_that_was_made_to_be_slow_is_read_at_once(String unit) throws Exception {
    String html = "Content-Type: text/html\n\n" + unit.repeat(400_000 / unit.length());
    long start = System.nanoTime();
    read(PLAIN + html);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void a_long_text_and_what_no_database_holds_is_cut() throws Exception {
    ReceivedMail mail = read(PLAIN + "\n\0Hello\u202e" + "x".repeat(200_000));
    assertThat(mail.text()).startsWith("Hellox").hasSize(8000);
  }

  @Test
  void the_same_mail_is_known_again_with_and_without_an_id() throws Exception {
    assertThat(read(PLAIN + "\nA").hash()).isEqualTo(read(PLAIN + "\nB").hash());
    String without = PLAIN.replaceAll("Message-ID: .*\n", "");
    assertThat(read(without + "\nA").hash()).isEqualTo(read(without + "\nA").hash());
    assertThat(read(without.replace("Your", "Our") + "\nA").hash())
        .isNotEqualTo(read(without + "\nA").hash());
  }
}
