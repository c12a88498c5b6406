package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Renderer of messages: a pack becomes what one reader reads at one instant. */
@Component
class MessageRenderer {
  private final ObjectMapper json;
  private final String publicUrl;

  MessageRenderer(ObjectMapper json, @Value("${baton.public-url}") String publicUrl) {
    this.json = json;
    this.publicUrl = publicUrl;
  }

  Letter render(Reader reader, Notice notice, Instant now) {
    return Letter.to(reader, notice.kind(), notice.subject(), notice.pack(), now, publicUrl);
  }

  /** Fails when the row can't be read. */
  Letter render(Reader reader, Notice.Kind kind, Delivery.Content content, Instant now)
      throws JsonProcessingException {
    return Letter.to(reader, kind, content.subject(), read(content.pack()), now, publicUrl);
  }

  Pack read(String pack) throws JsonProcessingException {
    return json.readValue(pack, Pack.class);
  }

  String write(Pack pack) {
    try {
      return json.writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A pack is plain text and always writable", e);
    }
  }
}
