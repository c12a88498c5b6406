package dev.baton.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import dev.baton.ReviewedLead;
import dev.baton.alert.mail.LeadEmailSource.Drop;
import dev.baton.alert.mail.LeadEmailSource.Ruling;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Reps and leads write to each other over SMTP and IMAP, on whatever database. */
abstract class MailboxJourney {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Map<String, Object> HELLO =
      Map.of("subject", "Your demo", "text", "Hello Ada,\n\nwhen would it suit you?");

  @Autowired JdbcClient db;
  @Autowired Mailbox mailbox;
  @Autowired WrittenEmails written;
  private HttpCaller baton;
  private HttpCaller rita;
  private ReviewedLead lead;
  private String email;
  private String handoff;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    MailExchange.serve(properties);
  }

  @BeforeEach
  void come(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    rita = baton.as("rita");
    lead = ReviewedLead.aLeadOf("rita", baton);
    handoff = "/api/handoffs/" + lead.handoff();
    email = lead().at("/email").asText();
    rita.post(handoff + "/review", Map.of("decision", "accept")).is(200);
  }

  private void qualify() {
    Map<String, Object> need = Map.of("met", true, "evidence", "said so");
    rita.post(
            handoff + "/qualification",
            Map.of("framework", "bant", "decision", "qualify", "criteria", Map.of("need", need)))
        .is(200);
  }

  private JsonNode lead() {
    return baton.as("mona").get("/api/leads/" + lead.lead()).is(200).json();
  }

  private String write() {
    return rita.post(handoff + "/emails", HELLO).is(202).at("/id").asText();
  }

  private JsonNode emails(int number) {
    return rita.await(handoff + "/emails", found -> found.at("/items").size() == number);
  }

  private List<String> touches(int number) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                db.sql(
                        """
                        select concat(kind, ' ', coalesce(outcome, '-'), ' ', counts_as, ' ', made_by)
                          as touch
                        from touch where handoff_id = ? order by id
                        """)
                    .param(lead.handoff())
                    .query(String.class)
                    .list(),
            found -> found.size() >= number);
  }

  private List<String> signals() {
    return db.sql("select type from signal where lead_id = ? order by id")
        .param(lead.lead())
        .query(String.class)
        .list();
  }

  private List<JsonNode> alerts(String kind) {
    JsonNode items =
        baton
            .as("mona")
            .await(
                "/api/alerts?leadId=" + lead.lead(),
                found -> found.at("/items").findValuesAsText("kind").contains(kind))
            .at("/items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(alert -> alert.at("/kind").asText().equals(kind))
        .toList();
  }

  private String logAddress() {
    return rita.get(handoff + "/emails").is(200).at("/logAddress").asText();
  }

  /** What comes after it is there, so all before it was read. */
  private void everythingIsRead() throws Exception {
    String to = logAddress();
    String marker = "marker " + UUID.randomUUID();
    MailExchange.mail("rita@baton.example", email, marker, "Hello").blindTo(to).send();
    rita.await(
        handoff + "/emails",
        found -> found.at("/items").findValuesAsText("subject").contains(marker));
  }

  @Test
  void a_mail_from_the_card_is_an_attempt_once_it_is_sent_and_the_answer_a_contact()
      throws Exception {
    qualify();
    write();
    assertThat(touches(1)).containsExactly("email - attempt rita");
    assertThat(lead().at("/handoff/state").asText()).isEqualTo("OPPORTUNITY");
    JsonNode clock =
        StreamSupport.stream(lead().at("/handoff/deadlines").spliterator(), false)
            .filter(deadline -> deadline.at("/clock").asText().equals("first_touch"))
            .findFirst()
            .orElseThrow();
    assertThat(clock.hasNonNull("metAt")).isTrue();

    MimeMessage arrived = MailExchange.received(email).get(0);
    assertThat(arrived.getSubject()).isEqualTo("Your demo");
    assertThat(arrived.getFrom()[0]).hasToString("rita <sales@baton.example>");
    String answerTo = arrived.getReplyTo()[0].toString();
    assertThat(answerTo).matches("reply\\+[a-z2-7]{26}@baton\\.example");
    assertThat(arrived.getHeader("Return-Path")).containsExactly("<" + answerTo + ">");
    assertThat(arrived.getHeader("Auto-Submitted")).isNull();

    MailExchange.Draft reply =
        MailExchange.mail(email, answerTo, "Re: Your demo", "Tuesday at ten, please.");
    reply.send();
    assertThat(touches(2)).last().isEqualTo("email replied contact rita");
    JsonNode kept = emails(2).at("/items/0");
    assertThat(kept.at("/kind").asText()).isEqualTo("reply");
    assertThat(kept.at("/text").asText()).isEqualTo("Tuesday at ten, please.");
    assertThat(signals()).contains("email_replied");
    assertThat(alerts("email_reply").get(0).at("/text").asText())
        .contains("Tuesday at ten, please.");

    reply.send();
    everythingIsRead();
    assertThat(touches(3)).hasSize(3).last().isEqualTo("email - attempt rita");
    assertThat(signals()).filteredOn("email_replied"::equals).hasSize(1);
  }

  @Test
  void a_blind_copy_of_a_mail_from_ones_own_program_is_an_attempt() throws Exception {
    qualify();
    MailExchange.mail("Rita@baton.example", email, "Your demo", "Hello")
        .blindTo(logAddress())
        .send();
    assertThat(touches(1)).containsExactly("email - attempt rita");
    assertThat(lead().at("/handoff/state").asText()).isEqualTo("OPPORTUNITY");
    assertThat(emails(1).at("/items/0/kind").asText()).isEqualTo("logged");
  }

  @Test
  void a_copy_from_somebody_else_or_to_nobody_else_counts_for_nothing_and_the_rep_hears_it()
      throws Exception {
    String copies = logAddress();
    MailExchange.mail("stranger@elsewhere.example", email, "Hello", "Hi").blindTo(copies).send();
    MailExchange.mail("rita@baton.example", copies, "A note to myself", "Hi").send();
    everythingIsRead();
    assertThat(touches(1)).hasSize(1);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(alerts("email_failed"))
                    .extracting(alert -> alert.at("/subject").asText())
                    .anyMatch(text -> text.contains("not yours in Baton"))
                    .anyMatch(text -> text.contains("nobody but the mailbox")));
  }

  @Test
  void a_mail_of_somebody_who_worked_here_is_no_answer_of_the_lead() throws Exception {
    String gone = "gone-" + UUID.randomUUID().toString().substring(0, 8);
    baton
        .as("admin")
        .send(
            "PUT",
            "/api/people/" + gone,
            HttpCaller.OBJECT,
            HttpCaller.json(
                Map.of(
                    "name",
                    "Gone",
                    "email",
                    gone + "@baton.example",
                    "role",
                    "sales",
                    "active",
                    false)))
        .is(200);
    qualify();
    write();
    assertThat(touches(1)).hasSize(1);
    String answers = MailExchange.received(email).get(0).getReplyTo()[0].toString();

    MailExchange.mail(gone + "@baton.example", answers, "Re: Hello", "I have left").send();
    everythingIsRead();

    assertThat(touches(2)).hasSize(2).allMatch("email - attempt rita"::equals);
    assertThat(signals()).doesNotContain("email_replied");
  }

  @Test
  void no_automatic_mail_ever_counts() throws Exception {
    write();
    String answerTo = MailExchange.received(email).get(0).getReplyTo()[0].toString();
    MailExchange.mail(email, answerTo, "Automatic reply: Your demo", "I am away.").send();
    MailExchange.mail(email, answerTo, "Re: Your demo", "Got it.")
        .header("Auto-Submitted", "auto-replied")
        .send();
    MailExchange.mail(email, answerTo, "News", "All the news.")
        .header("List-Id", "<news.acme.example>")
        .send();
    MailExchange.mail(email, answerTo, "Ticket", "We got your mail.")
        .header("Precedence", "bulk")
        .send();
    everythingIsRead();
    assertThat(touches(2)).containsOnly("email - attempt rita").hasSize(2);
    assertThat(emails(6).at("/items").findValuesAsText("kind"))
        .filteredOn("automatic"::equals)
        .hasSize(4);
    assertThat(signals()).doesNotContain("email_replied");
  }

  @Test
  void a_bounce_is_told_to_the_rep_as_an_attempt_that_failed() throws Exception {
    String id = write();
    assertThat(touches(1)).hasSize(1);
    String answerTo = MailExchange.received(email).get(0).getReplyTo()[0].toString();
    MailExchange.bounce(answerTo, email, "5.1.1");
    assertThat(touches(2)).last().asString().startsWith("email bounced ").doesNotContain("contact");
    assertThat(signals()).contains("email_bounced");
    assertThat(alerts("email_failed").get(0).at("/subject").asText())
        .contains("didn’t arrive", "there is no such mailbox (5.1.1)");
    assertThat(
            db.sql("select state from email where id = ?").param(id).query(String.class).single())
        .isEqualTo("BOUNCED");
    rita.post(handoff + "/emails", HELLO).isProblem(409);
  }

  @Test
  void an_address_that_the_server_refuses_is_an_attempt_that_failed() {
    String id = write();
    touches(1);
    db.sql("update email set state = 'QUEUED' where id = ?").param(id).update();
    written.dropped(id, new Drop("the mail server refused the address", true), Instant.now());
    assertThat(touches(2)).last().asString().startsWith("email bounced ");
    assertThat(alerts("email_failed")).isNotEmpty();
  }

  @Test
  void who_objects_gets_no_mail_also_when_it_is_written_already() {
    String id = write();
    touches(1);
    new LeadsOverHttp(baton).withdraw(email, "email");
    assertThat(rita.post(handoff + "/emails", HELLO).isProblem(409).at("/detail").asText())
        .contains("doesn't want to get mail");
    assertThat(written.rule(id, Instant.now())).isInstanceOf(Ruling.Never.class);
    assertThat(rita.get(handoff + "/emails").at("/hindrance").asText())
        .contains("doesn't want to get mail");
  }

  @Test
  void what_is_missing_in_a_mail_is_named() {
    rita.post(handoff + "/emails", Map.of("subject", "", "text", "Hello"))
        .isProblem(422, "subject");
    rita.post(handoff + "/emails", Map.of("subject", "Hello")).isProblem(422, "text");
    rita.post(handoff + "/emails", Map.of("subject", "a\r\nBcc: b@c.example", "text", "x"))
        .isProblem(422, "subject");
    assertThat(rita.get(handoff + "/emails").at("/items")).isEmpty();
  }

  @Test
  void a_bad_mail_stops_no_other_and_nothing_is_deleted() throws Exception {
    write();
    String answerTo = MailExchange.received(email).get(0).getReplyTo()[0].toString();
    int before = MailExchange.box().size();
    MailExchange.raw(
        answerTo,
        """
        From: %s
        To: %s
        Subject: =?x-none?Q?odd?=
        Message-ID: <%s@acme.example>
        Content-Type: multipart/mixed; boundary=

        no boundary at all
        """
            .formatted(email, answerTo, UUID.randomUUID()));
    MailExchange.raw(
        answerTo,
        """
        From: not an address <<>>
        To: %s
        Content-Type: text/plain; charset=klingon
        Content-Transfer-Encoding: warp

        Hello \u00e9
        """
            .formatted(answerTo));
    everythingIsRead();
    assertThat(emails(4).at("/items").findValuesAsText("kind"))
        .filteredOn("reply"::equals)
        .hasSize(2);
    List<MimeMessage> after = MailExchange.box();
    assertThat(after).hasSizeGreaterThanOrEqualTo(before + 3);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(MailExchange.box().subList(before, before + 3))
                    .allMatch(message -> isSeen(message)));
  }

  private static boolean isSeen(MimeMessage message) {
    try {
      return message.isSet(Flags.Flag.SEEN);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void one_node_at_a_time_has_the_mailbox() {
    MailboxLease look =
        await().atMost(PATIENCE).until(mailbox::claim, found -> found.isPresent()).orElseThrow();
    db.sql("update mailbox set next_attempt_at = current_timestamp - interval '1' hour").update();
    assertThat(mailbox.claim()).isEmpty();
    db.sql("update mailbox set attempts = attempts + 1").update();
    assertThat(mailbox.advance(look, 1, 0, true)).as("somebody else has it").isFalse();
    db.sql("update mailbox set lease_until = null").update();
  }

  @Test
  void a_mailbox_that_refuses_us_is_seen_on_the_status_and_what_arrived_is_read_later()
      throws Exception {
    String copies = logAddress();
    GreenMailUser box = MailExchange.boxUser();
    box.setPassword("another");
    try {
      JsonNode status =
          baton.as("admin").await("/api/mailbox", found -> found.hasNonNull("failingSince"));
      assertThat(status.at("/error").asText()).isEqualTo("the mailbox refuses our login");
      assertThat(baton.as("mona").get("/api/status").is(200).text())
          .contains("Answers of leads don't come in: the mailbox refuses our login");
      MailExchange.mail("rita@baton.example", email, "While it is down", "Hi")
          .blindTo(copies)
          .send();
    } finally {
      box.setPassword(MailExchange.PASSWORD);
    }
    db.sql("update mailbox set next_attempt_at = current_timestamp - interval '1' hour").update();
    assertThat(emails(1).at("/items/0/subject").asText()).isEqualTo("While it is down");
    baton.as("admin").await("/api/mailbox", found -> !found.hasNonNull("failingSince"));
  }

  @Test
  void nothing_is_left_of_an_erased_person_and_their_answers_are_nobodys() throws Exception {
    write();
    touches(1);
    String answerTo = MailExchange.received(email).get(0).getReplyTo()[0].toString();
    baton
        .as("marc")
        .post("/api/leads/" + lead.lead() + "/erase", Map.of("reason", "asked for it"))
        .is(200);
    MailExchange.mail(email, answerTo, "Re: Your demo", "Are you there?").send();
    JsonNode read = baton.as("admin").get("/api/mailbox").is(200).json();
    baton.as("admin").await("/api/mailbox", now -> !now.at("/readAt").equals(read.at("/readAt")));
    baton.as("admin").await("/api/mailbox", now -> now.at("/waiting").asInt() == 0);
    for (String table : List.of("email", "email_address")) {
      assertThat(
              db.sql("select count(*) as n from %s where lead_id = ?".formatted(table))
                  .param(lead.lead())
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }
}
