package dev.baton.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that reads input, in the whole application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InputScenario {
  @Autowired JdbcClient db;
  HttpCaller baton;
  SignalInput signals;
  private JsonNode lead;

  @BeforeEach
  void open(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    signals = new SignalInput(baton.as("marc"), db);
  }

  /** One whose review is never answered. */
  JsonNode lead() {
    if (lead == null) {
      lead = raisedHand("source", "texts");
    }
    return lead;
  }

  String handoff() {
    return lead().at("/handoff/id").asText();
  }

  /** As it is when it has an owner. */
  JsonNode raisedHand(String field, String value) {
    Map<String, Object> signal = Sent.signal(Sent.address(), field, value);
    signal.put("type", "demo_requested");
    String id =
        baton.as("marc").post("/api/signals", Sent.json(signal)).is(200).at("/lead/id").asText();
    return baton
        .as("mona")
        .await("/api/leads/" + id, found -> found.at("/handoff").hasNonNull("owner"));
  }

  Answer post(String user, String path, String type, byte[] body) {
    HttpCaller caller = baton.as(user);
    return caller.send(
        HttpRequest.newBuilder(caller.root().resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }
}
