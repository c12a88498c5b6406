package dev.baton;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who chose German is told in German over every channel, and everybody else in English. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "spring.datasource.url=jdbc:h2:mem:german;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT",
      "baton.quiet-hours.from=0",
      "baton.quiet-hours.to=0",
      "baton.slack.token=xoxb-test",
      "baton.slack.app-token=xapp-test",
      "baton.slack.signing-secret=0123456789abcdef0123456789abcdef",
      "spring.mail.host=127.0.0.1",
      "baton.mail.from=baton@baton.example"
    })
@Import(TestStaff.class)
@DirtiesContext
class GermanMessagesTest {
  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry settings) {
    settings.add("baton.slack.api-url", () -> SLACK.baseUrl() + "/api/");
    settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  private HttpCaller baton;

  @BeforeEach
  void open(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    SLACK.stubFor(
        post(urlPathMatching("/api/.*"))
            .willReturn(okJson("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.2\"}")));
    for (String person : List.of("rita", "ben", "nora", "mona", "marc")) {
      SLACK.stubFor(
          post("/api/users.lookupByEmail")
              .withFormParam("email", equalTo(person + "@baton.example"))
              .willReturn(okJson("{\"ok\":true,\"user\":{\"id\":\"U%s\"}}".formatted(person))));
    }
  }

  @Test
  void a_rep_who_chose_german_is_told_in_german_in_slack_and_by_mail() throws Exception {
    String settings = "/api/people/rita/preferences";
    assertThat(baton.as("rita").get(settings).is(200).json().hasNonNull("language")).isFalse();
    assertThat(put(baton.as("rita"), settings, "de").is(200).at("/language")).hasToString("\"de\"");

    ReviewedLead lead = ReviewedLead.aLeadOf("rita", baton);

    String blocks = posted("rita", lead);
    assertThat(blocks)
        .containsAnyOf("Neuer Lead zu prüfen: ", "An Sie übergeben, zu prüfen: ")
        .contains("*Bis wann*", "*Warum*", "Einwilligung: noch nicht gefragt", "Annehmen")
        .contains("Ablehnen …", "Lead öffnen", "Uhr (Z), in ")
        .doesNotContain("*Who*", "Open the lead", "Consent", "{task}");
    String mail = mailTo("rita@baton.example", lead);
    assertThat(mail)
        .contains("lang=\"de\"", "Bis wann", "Jetzt antworten", "Nächster Schritt", "gerade eben")
        .contains("Der Link antwortet in Ihrem Namen")
        .doesNotContain("By when", "Answer now", "${", "{task}");

    baton
        .as("rita")
        .post("/api/handoffs/" + lead.handoff() + "/review", Map.of("decision", "accept"))
        .is(200);
    Supplier<List<LoggedRequest>> anew =
        () ->
            SLACK.findAll(
                postRequestedFor(urlEqualTo("/api/chat.update"))
                    .withFormParam("blocks", containing("Angenommen von rita, "))
                    .withFormParam("blocks", containing("Als Nächstes: Qualifizierung, bis ")));
    await().atMost(Duration.ofSeconds(30)).until(() -> !anew.get().isEmpty());
  }

  @Test
  void everybody_else_is_told_in_english_and_a_language_that_nobody_speaks_is_refused()
      throws Exception {
    ReviewedLead lead = ReviewedLead.aLeadOf("ben", baton);
    assertThat(posted("ben", lead)).contains("Accept", "Open the lead", "*By when*");
    assertThat(mailTo("ben@baton.example", lead)).contains("lang=\"en\"", "Answer now");

    assertThat(put(baton.as("ben"), "/api/people/ben/preferences", "fr").is(422).text())
        .contains("language");
    assertThat(put(baton.as("admin"), "/api/people/ben", "de").is(200).at("/language"))
        .hasToString("\"de\"");
  }

  private static HttpCaller.Answer put(HttpCaller who, String path, String language) {
    return who.send("PUT", path, "application/json", HttpCaller.json(Map.of("language", language)));
  }

  private static String posted(String person, ReviewedLead lead) {
    Supplier<List<LoggedRequest>> found =
        () ->
            SLACK.findAll(
                postRequestedFor(urlEqualTo("/api/chat.postMessage"))
                    .withFormParam("channel", equalTo("U" + person))
                    .withFormParam("blocks", containing(lead.handoff())));
    await().atMost(Duration.ofSeconds(30)).until(() -> !found.get().isEmpty());
    return found.get().get(0).formParameter("blocks").firstValue();
  }

  /** Its HTML. */
  private static String mailTo(String address, ReviewedLead lead) throws Exception {
    Supplier<Optional<String>> found =
        () ->
            Stream.of(MAIL.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(GermanMessagesTest::html)
                .filter(html -> html.contains(lead.company()))
                .findFirst();
    await().atMost(Duration.ofSeconds(30)).until(() -> found.get().isPresent());
    return found.get().orElseThrow();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String html(Part part) {
    try {
      if (part.isMimeType("text/html")) {
        return (String) part.getContent();
      }
      if (part.getContent() instanceof Multipart parts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
          all.append(html(parts.getBodyPart(i)));
        }
        return all.toString();
      }
      return "";
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
