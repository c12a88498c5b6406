package dev.baton.demo.crm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.demo.crm.SimulatedRecords.SimulatedRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The phones behind a simulated WhatsApp: it tells what became of messages, and what they write.
 */
public final class SimulatedPhones {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedRecords records;
  private final Listener listener;
  private final HttpClient http = HttpClient.newHttpClient();

  public SimulatedPhones(SimulatedSystem whatsApp, Listener listener) {
    this.records = whatsApp.records();
    this.listener = listener;
  }

  /**
   * Who hears it.
   *
   * @param account the id of the number that writes
   * @param secret with which what is told is signed
   */
  public record Listener(URI webhook, String account, String secret) {}

  /** Tells a state of a message: the status of the answer. */
  public int state(SimulatedRecord message, String state, int error) {
    ObjectNode value = value();
    ObjectNode status = value.putArray("statuses").addObject();
    status.put("id", "wamid." + message.id());
    status.put("status", state);
    status.put("timestamp", String.valueOf(Instant.EPOCH.getEpochSecond()));
    status.put("recipient_id", message.value("to").substring(1));
    status.put("biz_opaque_callback_data", message.value("key"));
    if (error != 0) {
      status.putArray("errors").addObject().put("code", error).put("title", "simulated");
    }
    return post(value);
  }

  /**
   * Somebody writes something.
   *
   * @param id the same for the same message
   */
  public int write(String id, String phone, String text) {
    records.put(WhatsAppCalls.WRITTEN, "from", Map.of("from", phone, "text", text), Instant.EPOCH);
    ObjectNode value = value();
    ObjectNode message = value.putArray("messages").addObject();
    message.put("from", phone.substring(1)).put("id", id).put("timestamp", "0");
    message.put("type", "text").putObject("text").put("body", text);
    return post(value);
  }

  /** The last message to a number. */
  public SimulatedRecord message(String phone) {
    return records.all(WhatsAppCalls.MESSAGES).stream()
        .filter(one -> one.value("to").equals(phone))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private ObjectNode value() {
    ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
    value.putObject("metadata").put("phone_number_id", listener.account());
    return value;
  }

  private int post(ObjectNode value) {
    ObjectNode said = JSON.createObjectNode().put("object", "whatsapp_business_account");
    said.putArray("entry")
        .addObject()
        .putArray("changes")
        .addObject()
        .put("field", "messages")
        .set("value", value);
    try {
      String body = JSON.writeValueAsString(said);
      HttpRequest request =
          HttpRequest.newBuilder(listener.webhook())
              .header("Content-Type", "application/json")
              .header("X-Hub-Signature-256", "sha256=" + signature(body))
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = listener.secret().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
