package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonSettings;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.RenderedMessage;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Renderer of messages: a briefing becomes what one reader reads at one instant. */
@Component
public class MessageRenderer {
  private final ObjectMapper json;
  private final String publicUrl;

  public MessageRenderer(ObjectMapper json, BatonSettings settings) {
    this.json = json;
    this.publicUrl = settings.publicUrl();
  }

  public RenderedMessage render(Recipient recipient, Notice notice, Instant now) {
    return RenderedMessage.to(
        recipient, notice.kind(), notice.subject(), notice.briefing(), now, publicUrl);
  }

  /** Fails when the row can't be read. */
  public RenderedMessage render(
      Recipient recipient, NoticeKind kind, Delivery.Content content, Instant now)
      throws JsonProcessingException {
    return RenderedMessage.to(
        recipient, kind, content.subject(), read(content.briefing()), now, publicUrl);
  }

  LeadBriefing read(String briefing) throws JsonProcessingException {
    return json.readValue(briefing, LeadBriefing.class);
  }

  public String write(LeadBriefing briefing) {
    try {
      return json.writeValueAsString(briefing);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A briefing is plain text and always writable", e);
    }
  }
}
