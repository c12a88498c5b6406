package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each call of a simulated WhatsApp does. Numbers that end with 00 are on no phone; words that
 * are no template are taken only from who was written to by that phone.
 */
final class WhatsAppCalls implements SimulatedCalls {
  static final String MESSAGES = "messages";
  static final String WRITTEN = "written";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Integer> CODES =
      Map.of("RATE_LIMITS", 130429, "EXPIRED_AUTHENTICATION", 190);
  private static final int LATER = 131000;
  private static final int NOBODY = 131026;
  private static final int WINDOW = 131047;
  private static final int PARAMETERS = 132000;

  private final SimulatedRecords records;
  private final Clock clock;

  WhatsAppCalls(SimulatedRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  @Override
  public void hire(List<String> emails) {
    // nobody works there
  }

  @Override
  public ObjectNode problem(String code) {
    return problem(CODES.getOrDefault(code, LATER));
  }

  private static ObjectNode problem(int code) {
    ObjectNode said = JSON.createObjectNode();
    said.putObject("error").put("code", code).put("message", "simulated").put("type", "simulated");
    return said;
  }

  @Override
  public Reply done(String method, URI uri, String body) throws IOException {
    JsonNode said = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    if (method.equals("GET")) {
      return new Reply(200, JSON.createObjectNode().put("display_phone_number", "+49 30 1"));
    }
    String to = said.path("to").asText();
    int wrong = wrong(to, said);
    return wrong == 0 ? sent(to, said) : new Reply(400, problem(wrong));
  }

  private int wrong(String to, JsonNode said) {
    if (!to.matches("\\+\\d{8,15}") || to.endsWith("00")) {
      return NOBODY;
    }
    if (said.path("type").asText().equals("text")) {
      return records.find(WRITTEN, "from", to).isPresent() ? 0 : WINDOW;
    }
    return said.at("/template/name").asText().isEmpty() || values(said).contains("")
        ? PARAMETERS
        : 0;
  }

  private Reply sent(String to, JsonNode said) {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("to", to);
    message.put("key", said.path("biz_opaque_callback_data").asText());
    message.put("template", said.at("/template/name").asText());
    message.put("language", said.at("/template/language/code").asText());
    message.put("text", said.at("/text/body").asText(String.join(" · ", values(said))));
    String id = "wamid." + records.add(MESSAGES, message, clock.instant()).id();
    ObjectNode answer = JSON.createObjectNode().put("messaging_product", "whatsapp");
    answer.putArray("messages").addObject().put("id", id);
    return new Reply(200, answer);
  }

  private static List<String> values(JsonNode said) {
    List<String> values = new ArrayList<>();
    said.at("/template/components/0/parameters")
        .forEach(value -> values.add(value.path("text").asText()));
    return values;
  }
}
