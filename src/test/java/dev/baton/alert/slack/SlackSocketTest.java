package dev.baton.alert.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.alert.AlertTestBed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;

/** Answers over a connection that Baton opens, against a Slack that speaks WebSocket. */
class SlackSocketTest {
  private static final String CLICK =
      """
      {"type":"block_actions","trigger_id":"t1","user":{"id":"U42"},"response_url":"https://x/1",
       "actions":[{"action_id":"accept","value":"handoff-1\\nreview\\n"}]}
      """;

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final SlackSettings settings =
      new SlackSettings("xoxb-test", SLACK.baseUrl() + "/api", null, null, "xapp-1", "https://x");
  private AlertTestBed office;
  private SlackSocketServer server;
  private SlackClient client;
  private SlackInbox inbox;
  private SlackSocket socket;

  @BeforeEach
  void open() throws InterruptedException {
    office = new AlertTestBed();
    server = new SlackSocketServer();
    client = new SlackClient(() -> settings, Duration.ofSeconds(5));
    inbox =
        new SlackInbox(
            () -> settings,
            new SlackSignatureVerifier(Optional::empty, office.jdbc, Clock.systemUTC()),
            new SlackActions(office.jdbc, new ObjectMapper(), office.facts::add),
            Mockito.mock(SlackActionProcessor.class),
            office.transaction,
            office.clock);
    socket = new SlackSocket(client, inbox, () -> settings);
    asks("{\"ok\":true,\"url\":\"%s\"}".formatted(server.url()));
  }

  private static void asks(String answer) {
    SLACK.stubFor(
        post("/api/apps.connections.open")
            .withHeader("Authorization", equalTo("Bearer xapp-1"))
            .willReturn(okJson(answer)));
  }

  @AfterEach
  void close() throws Exception {
    socket.close();
    inbox.close();
    client.close();
    server.close();
    office.close();
  }

  private void connected(int times) {
    await().atMost(Duration.ofSeconds(30)).until(() -> server.opened() == times);
  }

  private void acknowledged(String id) {
    await().atMost(Duration.ofSeconds(30)).until(() -> server.acknowledged().contains(id));
  }

  private List<String> stored() {
    return office.jdbc.sql("select id from slack_action order by id").query(String.class).list();
  }

  @Test
  void a_click_is_stored_before_slack_hears_that_it_is_there_and_counts_once() {
    assertThat(socket.open()).isTrue();
    assertThat(socket.open()).as("it is open").isFalse();
    connected(1);

    String id = server.send("interactive", CLICK);
    acknowledged(id);
    assertThat(stored()).containsExactly("click:t1");

    String again = server.send("interactive", CLICK);
    acknowledged(again);
    String command =
        server.send(
            "slash_commands", "{\"command\":\"/baton\",\"user_id\":\"U42\",\"trigger_id\":\"t2\"}");
    acknowledged(command);
    assertThat(stored()).containsExactly("click:t1", "command:t2");
  }

  @Test
  void what_can_not_be_stored_is_not_acknowledged_and_comes_again() {
    socket.open();
    connected(1);
    office.jdbc.sql("alter table slack_action rename to elsewhere").update();
    String id = server.send("interactive", CLICK);
    String other = server.send("interactive", "{\"type\":\"view_closed\"}");
    acknowledged(other);
    assertThat(server.acknowledged()).doesNotContain(id);

    office.jdbc.sql("alter table elsewhere rename to slack_action").update();
    server.send(id, "interactive", CLICK);
    acknowledged(id);
    assertThat(stored()).containsExactly("click:t1");
  }

  @Test
  void what_nobody_can_read_is_acknowledged_and_does_nothing() {
    socket.open();
    connected(1);
    for (String broken :
        List.of(
            "null",
            "[]",
            "{\"type\":\"block_actions\"}",
            CLICK.replace("\"U42\"", "[7]"),
            CLICK.replace("t1", "a\\u0000b"))) {
      acknowledged(server.send("interactive", broken));
      acknowledged(server.send("slash_commands", broken));
    }
    assertThat(stored()).isEmpty();
  }

  @Test
  void a_connection_that_ends_is_opened_anew() {
    socket.open();
    connected(1);

    server.drop();

    connected(2);
    acknowledged(server.send("interactive", CLICK));
    assertThat(stored()).containsExactly("click:t1");
  }

  @Test
  void a_token_that_slack_refuses_is_tried_again_later() {
    asks("{\"ok\":false,\"error\":\"invalid_auth\"}");
    assertThat(socket.open()).isFalse();
    assertThat(server.opened()).isZero();

    asks("{\"ok\":true,\"url\":\"%s\"}".formatted(server.url()));
    assertThat(socket.open()).isTrue();
    connected(1);
  }
}
