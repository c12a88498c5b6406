package dev.baton.alert.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.BatonSettings;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Wording;
import dev.baton.sql.JsonColumn;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Renderer of messages: a briefing becomes what one reader reads at one instant. */
@Component
public class MessageRenderer {
  private final ObjectMapper json;
  private final MessageTexts texts;
  private final String publicUrl;

  public MessageRenderer(ObjectMapper json, MessageTexts texts, BatonSettings settings) {
    this.json = json;
    this.texts = texts;
    this.publicUrl = settings.publicUrl();
  }

  /** In the language of a reader, on their clock. */
  public Wording wording(Recipient recipient) {
    return texts.in(recipient.language(), recipient.zone());
  }

  public RenderedMessage render(
      Recipient recipient, NoticeKind kind, NoticeContent.Written content, Instant now) {
    return RenderedMessage.to(recipient, kind, content, wording(recipient), now, publicUrl);
  }

  /** Fails when the row can't be read. */
  public RenderedMessage render(
      Recipient recipient, NoticeKind kind, Delivery.Content content, Instant now)
      throws JsonProcessingException {
    return render(
        recipient,
        kind,
        new NoticeContent.Written(content.subject(), read(content.briefing())),
        now);
  }

  LeadBriefing read(String briefing) throws JsonProcessingException {
    return json.readValue(briefing, LeadBriefing.class);
  }

  public String write(LeadBriefing briefing) {
    return JsonColumn.write(json, briefing);
  }
}
