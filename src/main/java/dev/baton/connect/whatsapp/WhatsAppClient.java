package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.call.CallFailed;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.call.SystemClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of WhatsApp's Business Cloud. */
final class WhatsAppClient implements SystemClient {
  private final SystemCalls http;
  private final String account;

  WhatsAppClient(SystemCalls http, String account) {
    this.http = http;
    this.account = SystemCalls.encoded(account);
  }

  @Override
  public int calls() {
    return http.calls();
  }

  void check() {
    http.get("/" + account + "?fields=display_phone_number");
  }

  /**
   * Sends a template, or words of our own, which is allowed for a day after the lead wrote.
   *
   * @param key comes back with each state of it, even where its answer was lost
   */
  void send(String key, WhatsAppLetter letter) {
    WhatsAppTemplate template = letter.template();
    if (template == null) {
      String text = letter.values().get(0);
      post(key, letter.phone(), "text", Map.of("preview_url", false, "body", text));
    } else {
      post(key, letter.phone(), "template", written(template, letter.values()));
    }
  }

  private static Map<String, Object> written(WhatsAppTemplate template, List<String> values) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("name", template.name());
    written.put("language", Map.of("code", template.language()));
    if (!values.isEmpty()) {
      List<Map<String, String>> parameters =
          values.stream().map(value -> Map.of("type", "text", "text", value)).toList();
      written.put("components", List.of(Map.of("type", "body", "parameters", parameters)));
    }
    return written;
  }

  private void post(String key, String phone, String type, Map<String, Object> content) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messaging_product", "whatsapp");
    message.put("recipient_type", "individual");
    message.put("to", phone);
    message.put("type", type);
    message.put(type, content);
    message.put("biz_opaque_callback_data", key);
    JsonNode said = http.post("/" + account + "/messages", message);
    if (said.at("/messages/0/id").asText().isEmpty()) {
      throw new CallFailed(new DeliveryOutcome.Retry("it answered without an id"), 200);
    }
  }
}
