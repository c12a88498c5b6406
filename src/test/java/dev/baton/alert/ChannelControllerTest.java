package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.OnPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /api/channels}. */
@OnPostgres
class ChannelControllerTest {
  @LocalServerPort int port;

  @Test
  void each_channel_says_what_it_lacks_and_where_none_is_set_up_nothing_is_tested() {
    HttpCaller admin = HttpCaller.at(port).as("admin");

    JsonNode channels = admin.get("/api/channels").is(200).at("/items");
    admin.post("/api/channels/test", "").isProblem(409);

    assertThat(channels.findValuesAsText("channel")).containsExactly("slack", "email", "teams");
    assertThat(channels.findValuesAsText("missing"))
        .containsExactly("baton.slack.token", "spring.mail.host", "baton.teams.webhook-url");
    assertThat(channels.findValuesAsText("waiting")).containsExactly("0", "0", "0");
  }
}
