package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the signal to the answer with a real mail in between. */
@OnH2
class AnswerFromMailTest {
  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  private static final Pattern LINK = Pattern.compile("Answer now: (http\\S+/answer/\\S{43})\\s");

  @DynamicPropertySource
  static void a_mail_server_and_a_database_of_its_own(DynamicPropertyRegistry settings) {
    settings.add("spring.mail.host", () -> "localhost");
    settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    settings.add(
        "spring.datasource.url",
        () ->
            "jdbc:h2:mem:mailed;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1;"
                + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT");
  }

  @Test
  void a_rep_gets_a_mail_and_answers_from_it_without_a_login(@LocalServerPort int port)
      throws Exception {
    HttpCaller baton = HttpCaller.at(port);
    Map<String, Object> signal =
        Map.of("type", "demo_requested", "lead", Map.of("email", "ada@acme.example"));
    String lead = baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText();

    assertThat(SERVER.waitForIncomingEmail(30_000, 1)).isTrue();
    MimeMessage mail = SERVER.getReceivedMessages()[0];
    String owner = baton.as("mona").get("/api/leads/" + lead).at("/handoff/owner").asText();
    assertThat(mail.getAllRecipients()[0]).hasToString(owner + "@baton.example");
    Matcher link = LINK.matcher(text(mail));
    assertThat(link.find()).isTrue();
    String path = URI.create(link.group(1)).getPath();

    assertThat(baton.get(path).is(200).text()).contains("You answer as <strong>" + owner);
    HttpRequest.Builder answer =
        HttpRequest.newBuilder(baton.root().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("decision=accept"));
    assertThat(baton.send(answer).is(200).text()).contains("Your answer is saved");
    baton
        .as("mona")
        .await(
            "/api/leads/" + lead, now -> now.at("/handoff/state").asText().equals("QUALIFICATION"));
    assertThat(baton.as("mona").get("/api/alerts").is(200).text()).doesNotContain("/answer/");
  }

  private static String text(MimeMessage mail) throws Exception {
    BodyPart part = ((Multipart) mail.getContent()).getBodyPart(0);
    while (part.getContent() instanceof Multipart inner) {
      part = inner.getBodyPart(0);
    }
    return (String) part.getContent();
  }
}
