package dev.baton.alert.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.LoopbackMail;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator enters a real mail server while Baton runs. */
abstract class MailSettingJourney {
  private static final String PATH = "/api/channels/email";
  private static final GreenMail SERVER = LoopbackMail.server();

  @Autowired JdbcClient db;
  private HttpCaller admin;

  @BeforeAll
  static void serve() {
    SERVER.start();
    SERVER.setUser("sales@acme.example", "baton", "between us");
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void come(@LocalServerPort int port) {
    admin = HttpCaller.at(port).as("admin");
  }

  @AfterEach
  void forget() {
    admin.send("DELETE", PATH, HttpCaller.OBJECT, "").is(204);
  }

  private Answer enters(Map<String, ?> otherwise) {
    Map<String, Object> fields =
        new HashMap<>(
            Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(SERVER.getSmtp().getPort()),
                "security", "none",
                "username", "baton",
                "password", "between us",
                "from", "Acme Sales <sales@acme.example>"));
    fields.putAll(otherwise);
    return admin.send("PUT", PATH, HttpCaller.OBJECT, HttpCaller.json(fields));
  }

  private void isRefused(Map<String, ?> otherwise, String field, String why) {
    JsonNode errors = enters(otherwise).is(422).at("/errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).at("/field").asText()).isEqualTo(field);
    assertThat(errors.get(0).at("/message").asText()).contains(why);
  }

  private String missing() {
    return admin.get("/api/channels").is(200).at("/items/1/missing").asText();
  }

  @Test
  void what_the_server_takes_is_in_force_at_once_and_a_test_arrives() throws Exception {
    assertThat(missing()).isEqualTo("spring.mail.host");
    Answer entered = enters(Map.of()).is(200);
    assertThat(entered.text()).doesNotContain("between us");
    assertThat(entered.at("/secrets")).hasSize(1);
    assertThat(entered.at("/values/from").asText()).isEqualTo("Acme Sales <sales@acme.example>");
    assertThat(missing()).isEmpty();
    assertThat(db.sql("select secrets from channel_setting").query(String.class).single())
        .doesNotContain("between us");

    db.sql("update person set email = 'admin@acme.example' where id = 'admin'").update();
    admin.post("/api/channels/test", "").is(202);
    MimeMessage test =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> SERVER.getReceivedMessages(), received -> received.length > 0)[0];
    assertThat(test.getFrom()[0]).hasToString("Acme Sales <sales@acme.example>");
    assertThat(test.getAllRecipients()[0]).hasToString("admin@acme.example");
    assertThat(test.getMessageID()).endsWith("@acme.example>");

    assertThat(enters(Map.of("from", "other@acme.example")).is(200).at("/values/from").asText())
        .isEqualTo("other@acme.example");
    assertThat(
            admin
                .send("PUT", PATH, HttpCaller.OBJECT, "{\"from\": \"third@acme.example\"}")
                .is(200)
                .at("/values/host")
                .asText())
        .as("what is not sent stays, the password too")
        .isEqualTo("127.0.0.1");
  }

  @Test
  void what_the_server_refuses_is_said_in_words_and_not_kept() {
    isRefused(Map.of("password", "wrong"), "password", "refuses this user");
    isRefused(Map.of("host", "mail.invalid"), "host", "no server called mail.invalid");
    isRefused(Map.of("port", "1"), "port", "doesn't take mail on port 1");
    isRefused(Map.of("security", "starttls"), "security", "doesn't speak TLS like this");
    isRefused(Map.of("security", "tls"), "security", "doesn't speak TLS like this");
    isRefused(Map.of("from", "nobody"), "from", "an address such as");
    isRefused(Map.of("port", "70000"), "port", "from 1 to 65535");
    isRefused(Map.of("host", ""), "host", "which server");
    Map<String, Object> none = new HashMap<>();
    none.put("password", null);
    isRefused(none, "password", "the password of this user");
    assertThat(missing()).isEqualTo("spring.mail.host");
  }
}
