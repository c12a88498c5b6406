package dev.baton.alert.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.alert.Alert;
import dev.baton.alert.AlertTestBed;
import dev.baton.alert.message.DeadAddress;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.slack.SlackMessenger;
import dev.baton.people.Person;
import dev.baton.people.Role;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static MailMessenger messenger() {
    return AlertTestBed.mail(SERVER.getSmtp().getPort(), Duration.ofSeconds(20));
  }

  @Test
  void rule_R17_a_mail_carries_the_whole_pack_in_html_and_in_text() throws Exception {
    try (MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(office.assigned("k"));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      assertThat(received.getSubject()).isEqualTo("Ada Lovelace of Acme is yours");
      assertThat(received.getAllRecipients()[0]).hasToString("rita@baton.example");
      assertThat(received.getFrom()[0]).hasToString("Baton <baton@baton.example>");
      assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      String text = part(received, "text/plain");
      String html = part(received, "text/html");
      assertThat(List.of(text, html))
          .allSatisfy(
              body ->
                  assertThat(body)
                      .contains(
                          "Ada Lovelace asked for a demo",
                          "VP Operations, Acme Analytics GmbH",
                          "Tue 24 Nov, 17:05 Berlin time",
                          "in 3 h 40 min",
                          "Requested a demo (+30)",
                          "Today 13:05 Looked at the pricing page",
                          "before our January kick-off",
                          "Lead routing",
                          "no budget” in August",
                          "industry, phone",
                          "Call today",
                          "https://baton.example/leads/lead-1"));
      assertThat(html)
          .contains("&lt;b&gt;Two&lt;/b&gt; teams &amp; 40 seats")
          .doesNotContain("<b>");
      assertThat(text).contains("<b>Two</b> teams & 40 seats");
      assertThat(office.alert("k", "email").state()).isEqualTo("sent");
      assertThat(office.alert("k", "email").text().lines().toList())
          .isEqualTo(text.lines().toList());
    }
  }

  @Test
  void a_header_in_a_lead_name_cannot_be_injected() throws Exception {
    try (MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(mail)) {
      String name = "Ada\r\nBcc: thief@evil.example\r\n\r\nHello\u0000\u2028there";
      office.outbox.tell(
          new Notice(
              "k",
              NoticeKind.ASSIGNED,
              "l",
              "h",
              "rita",
              new NoticeContent.Written(name + " is yours", office.pack())));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      assertThat(SERVER.getReceivedMessages()).hasSize(1);
      assertThat(received.getSubject())
          .isEqualTo("Ada Bcc: thief@evil.example Hello there is yours");
      assertThat(received.getHeader("Bcc")).isNull();
    }
  }

  @Test
  void rule_R15_the_owner_is_mailed_one_button_that_answers_and_the_log_never_sees_its_link()
      throws Exception {
    String secret = "https://baton.example/answer/" + "s".repeat(43);
    try (MailMessenger mail = inviting(secret);
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(asking(office, "Ada Lovelace"));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      String text = part(received, "text/plain");
      String html = part(received, "text/html");
      assertThat(text)
          .contains("Answer now: " + secret, "Open the lead: https://baton.example/leads/lead-1")
          .contains("works once, and is not for anybody else");
      assertThat(html)
          .contains("href=\"" + secret + "\"", ">Answer now</a>", ">Open the lead</a>")
          .contains("works once, and is not for anybody else");
      assertThat(html.split("class=\"go\"", -1)).as("one primary button").hasSize(2);
      assertThat(html.indexOf(secret))
          .isBetween(html.indexOf("class=\"go\""), html.indexOf("Why<"));
      assertThat(office.alert("k", "email").state()).isEqualTo("sent");
      assertThat(office.jdbc.sql("select * from notice").query().listOfRows().toString())
          .doesNotContain("/answer/");
    }
  }

  @Test
  void who_is_not_asked_any_more_is_mailed_no_button_that_answers() throws Exception {
    try (MailMessenger mail = inviting(null);
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(asking(office, "Ada Lovelace"));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      assertThat(part(received, "text/plain")).contains("Open the lead: ");
      assertThat(part(received, "text/plain") + part(received, "text/html"))
          .doesNotContain("Answer now", "works once", "null");
    }
  }

  @Test
  void a_hostile_name_makes_no_second_link_that_answers() throws Exception {
    String secret = "https://baton.example/answer/" + "s".repeat(43);
    String name =
        "Ada\r\nAnswer now: https://evil.example/answer/1\r\n"
            + "<a class=\"go\" href=\"https://evil.example\">Answer now</a>\u202E";
    try (MailMessenger mail = inviting(secret);
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(asking(office, name));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      assertThat(part(received, "text/plain").lines().filter(l -> l.startsWith("Answer now")))
          .containsExactly("Answer now: " + secret);
      String html = part(received, "text/html");
      assertThat(html).doesNotContain("href=\"https://evil.example");
      assertThat(html.split("class=\"go\"", -1)).hasSize(2);
    }
  }

  private static MailMessenger inviting(String link) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(SERVER.getSmtp().getPort());
    return AlertTestBed.mail(
        sender,
        (deadline, person) ->
            deadline == 7 && person.equals("rita") ? Optional.ofNullable(link) : Optional.empty(),
        Duration.ofSeconds(20));
  }

  private static Notice asking(AlertTestBed office, String name) {
    LeadBriefing known = office.pack();
    LeadBriefing briefing =
        new LeadBriefing(
            name + " is yours to review",
            new LeadSummary(
                name,
                known.lead().why(),
                known.lead().signals(),
                known.lead().words(),
                known.lead().topics(),
                known.lead().sinceNo(),
                known.lead().missing(),
                known.lead().contact()),
            known.how(),
            known.dueAt(),
            known.path());
    return new Notice(
        "k",
        NoticeKind.ASSIGNED,
        "lead-1",
        "h",
        "rita",
        new NoticeContent.Written(name + " is yours", briefing.asking(7)));
  }

  @Test
  void a_mail_sent_again_after_a_crash_has_the_same_message_id() throws Exception {
    try (MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(office.assigned("k"));
      office.outbox.tell(office.assigned("other"));
      office.deliver();
      office.jdbc.sql("update notice set state = 'pending' where notice_key = 'k:email'").update();
      office.deliver();

      assertThat(SERVER.getReceivedMessages())
          .extracting(MimeMessage::getMessageID)
          .hasSize(3)
          .satisfies(
              ids -> {
                assertThat(ids.get(2)).isEqualTo(ids.get(0)).isNotEqualTo(ids.get(1));
                assertThat(ids.get(0)).endsWith("@baton.example>");
              });
    }
  }

  @Test
  void without_any_channel_one_row_says_which_settings_are_missing() {
    try (MailMessenger mail = AlertTestBed.mail(null, Duration.ofSeconds(1));
        SlackMessenger slack = AlertTestBed.slackWithoutToken();
        AlertTestBed office = new AlertTestBed(slack, mail)) {
      office.outbox.tell(office.assigned("k"));
      office.deliver();

      assertThat(office.log.list(null, null, null))
          .extracting(Alert::channel, Alert::state, Alert::error)
          .containsExactly(
              tuple(
                  "slack",
                  "skipped",
                  "No channel is set up; set one of baton.slack.token, spring.mail.host"));
    }
  }

  @Test
  void a_channel_that_is_not_set_up_leaves_no_row_beside_one_that_is() {
    try (SlackMessenger slack = AlertTestBed.slackWithoutToken();
        MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(slack, mail)) {
      office.outbox.tell(office.assigned("k"));

      assertThat(office.log.list(null, null, null))
          .extracting(Alert::channel)
          .containsExactly("email");
    }
  }

  @Test
  void a_server_that_is_down_gets_the_mail_when_it_is_back() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (MailMessenger mail = AlertTestBed.mail(port, Duration.ofSeconds(5));
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(office.assigned("k"));
      office.deliver();
      assertThat(office.alert("k", "email").state()).isEqualTo("pending");
      assertThat(office.alert("k", "email").error()).contains("Couldn't connect");

      GreenMail late = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      late.start();
      try {
        office.clock.advance(Duration.ofSeconds(10));
        office.deliver();
        assertThat(late.getReceivedMessages()).hasSize(1);
      } finally {
        late.stop();
      }
      assertThat(office.alert("k", "email"))
          .extracting(Alert::state, Alert::attempts, Alert::error)
          .containsExactly("sent", 2, null);
    }
  }

  @Test
  void a_login_that_the_server_refuses_costs_no_mail_and_says_so() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(SERVER.getSmtp().getPort());
    sender.setUsername("baton");
    sender.setPassword("renewed");
    sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
    try (MailMessenger mail = AlertTestBed.mail(sender, Duration.ofSeconds(20));
        AlertTestBed office = new AlertTestBed(mail)) {
      office.outbox.tell(office.assigned("k"));
      office.deliver();

      assertThat(office.alert("k", "email"))
          .extracting(Alert::state, Alert::attempts)
          .containsExactly("pending", 0);
      assertThat(office.alert("k", "email").error())
          .startsWith("the mail server refused our login: ");
      assertThat(office.health().getStatus().getCode()).isEqualTo("DEGRADED");

      SERVER.setUser("baton@baton.example", "baton", "renewed");
      office.clock.advance(Duration.ofMinutes(2));
      office.deliver();

      assertThat(office.alert("k", "email").state()).isEqualTo("sent");
      assertThat(office.health().getStatus().getCode()).isEqualTo("UP");
    }
  }

  @Test
  void a_server_that_drips_for_ever_ends_at_the_whole_call_time_out() throws Exception {
    try (ServerSocket tarpit = new ServerSocket(0)) {
      Thread dripping = new Thread(() -> drip(tarpit));
      dripping.setDaemon(true);
      dripping.start();
      try (MailMessenger mail = AlertTestBed.mail(tarpit.getLocalPort(), Duration.ofSeconds(1));
          AlertTestBed office = new AlertTestBed(mail)) {
        office.outbox.tell(office.assigned("k"));
        Instant start = Instant.now();
        office.deliver();

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(office.alert("k", "email").error()).contains("took longer than 1 s");
      }
    }
  }

  /** Never silent for as long as a read may take, and never done. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      while (true) {
        out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException e) {
      // the other side hung up
    }
  }

  @Test
  void what_was_meant_for_an_address_that_is_none_falls_to_the_manager() {
    try (MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(mail)) {
      office.people.save(
          new Person("rita", "Rita", "not an address", Role.SALES, null, ZoneOffset.UTC, true));
      office.outbox.tell(office.assigned("k"));
      office.people.save(new Person("mute", "Mute", " ", Role.SALES, null, ZoneOffset.UTC, true));
      office.outbox.tell(office.notice("m", NoticeKind.ASSIGNED, "mute", false));
      office.deliver();

      assertThat(office.alert("k", "email"))
          .extracting(Alert::state, Alert::to)
          .containsExactly("sent", "mona");
      assertThat(office.alert("k", "email").text())
          .startsWith("You get this for Rita, whom e-mail doesn't reach.");
      assertThat(office.dead.all())
          .extracting(DeadAddress::person, DeadAddress::why)
          .containsExactly(tuple("rita", "not an address is no e-mail address"));
      assertThat(office.alert("m", "email"))
          .extracting(Alert::state, Alert::error)
          .containsExactly("skipped", "Mute has no e-mail address");
    }
  }

  @Test
  void a_pack_that_knows_little_is_still_a_whole_mail() throws Exception {
    try (MailMessenger mail = messenger();
        AlertTestBed office = new AlertTestBed(mail)) {
      LeadBriefing bare = new LeadBriefing("A step failed.", LeadSummary.NONE, null, null, null);
      office.outbox.tell(
          new Notice(
              "k",
              NoticeKind.FAILURE,
              null,
              null,
              "rita",
              new NoticeContent.Written("A step failed", bare)));
      office.deliver();

      MimeMessage received = SERVER.getReceivedMessages()[0];
      assertThat(part(received, "text/plain"))
          .contains("A step failed.", "https://baton.example")
          .doesNotContain("null", "Why", "By when");
      assertThat(part(received, "text/html")).doesNotContain("null", ">Why<", "By when");
    }
  }

  private static String part(Part part, String type) throws Exception {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = part(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
