package dev.baton.alert.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.TestStaff;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An administrator enters Slack's tokens while Baton runs. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "BATON_ADMIN_PASSWORD=" + TestStaff.PASSWORD,
      "baton.connect.key=a-key-of-the-tests",
      "baton.teams.webhook-url=https://teams.example/hook",
      "spring.mail.host=mail.example",
      "spring.mail.username=baton",
      "spring.mail.password=between us",
      "spring.datasource.url=jdbc:h2:mem:entered-slack;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
          + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT"
    })
@Import(TestStaff.class)
class SlackAccessTest {
  private static final String PATH = "/api/channels/slack";

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void slack(DynamicPropertyRegistry properties) {
    properties.add("baton.slack.api-url", () -> SLACK.baseUrl() + "/api/");
  }

  private static void answers(String method, String json) {
    SLACK.stubFor(post(urlEqualTo("/api/" + method)).willReturn(okJson(json)));
  }

  private Answer enters(String fields) {
    return HttpCaller.at(port).as("admin").send("PUT", PATH, HttpCaller.OBJECT, fields);
  }

  @Test
  void tokens_that_slack_takes_are_in_force_at_once_and_others_are_refused_in_words() {
    HttpCaller admin = HttpCaller.at(port).as("admin");
    answers("auth.test", "{\"ok\":false,\"error\":\"invalid_auth\"}");
    JsonNode refused = enters("{\"token\": \"xoxb-typo\"}").is(422).at("/errors/0");
    assertThat(refused.at("/field").asText()).isEqualTo("token");
    assertThat(refused.at("/message").asText())
        .isEqualTo("Slack doesn't take this token (invalid_auth)");
    assertThat(enters("{}").is(422).at("/errors/0/message").asText()).contains("begins with xoxb-");

    answers("auth.test", "{\"ok\":true}");
    answers("apps.connections.open", "{\"ok\":false,\"error\":\"not_allowed_token_type\"}");
    assertThat(
            enters("{\"token\": \"xoxb-good\", \"appToken\": \"xoxb-good\"}")
                .is(422)
                .at("/errors/0/field")
                .asText())
        .isEqualTo("appToken");
    assertThat(admin.get("/api/channels").at("/items/0/missing").asText())
        .isEqualTo("baton.slack.token");

    Answer entered =
        enters("{\"token\": \"xoxb-good\", \"signingSecret\": \"s\", \"fallbackChannel\": \"C1\"}")
            .is(200);
    assertThat(entered.text()).doesNotContain("xoxb-good");
    assertThat(entered.at("/secrets").toString()).isEqualTo("[\"signingSecret\",\"token\"]");
    assertThat(admin.get("/api/channels").at("/items/0").has("missing")).isFalse();

    answers("users.lookupByEmail", "{\"ok\":true,\"user\":{\"id\":\"U1\"}}");
    answers("chat.postMessage", "{\"ok\":true,\"channel\":\"D1\",\"ts\":\"1.2\"}");
    admin.post("/api/channels/test", "").is(202);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                SLACK.verify(
                    postRequestedFor(urlEqualTo("/api/chat.postMessage"))
                        .withHeader("Authorization", equalTo("Bearer xoxb-good"))));

    assertThat(admin.get("/settings").is(200).text()).contains("C1").doesNotContain("xoxb-good");
    admin.send("DELETE", PATH, HttpCaller.OBJECT, "").is(204);
    assertThat(admin.get("/api/channels").at("/items/0").has("missing")).isTrue();
  }

  @Test
  void what_the_environment_says_is_shown_and_not_changed() {
    HttpCaller admin = HttpCaller.at(port).as("admin");
    Answer mail = admin.get("/api/channels/email").is(200);
    assertThat(mail.at("/fixed").asBoolean()).isTrue();
    assertThat(mail.at("/values/host").asText()).isEqualTo("mail.example");
    assertThat(mail.text()).doesNotContain("between us");
    admin
        .send("PUT", "/api/channels/email", HttpCaller.OBJECT, "{\"host\": \"other.example\"}")
        .isProblem(409);
    admin.send("DELETE", "/api/channels/email", HttpCaller.OBJECT, "").isProblem(409);
    String page = admin.get("/setup").is(200).text();
    assertThat(page)
        .contains("It is set where Baton is started, and is changed only there.", "mail.example");
    assertThat(page).doesNotContain("id=\"email-password\"").contains("id=\"slack-token\"");
  }
}
