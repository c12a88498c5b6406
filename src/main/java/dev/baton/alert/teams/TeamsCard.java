package dev.baton.alert.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.message.BriefingPart;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as an Adaptive Card. What people wrote stands in text runs, which know no Markdown, so
 * that a lead's name makes no link; labels of our own stand in text blocks.
 */
class TeamsCard {
  /** Teams takes 28 KB a message; the envelope around the body is small. */
  private static final int MOST_BYTES = 24_000;

  private final ObjectMapper json;
  private final List<TeamsButtons.Button> buttons;
  private final List<Map<String, Object>> body = new ArrayList<>();

  TeamsCard(RenderedMessage message, List<TeamsButtons.Button> buttons, ObjectMapper json) {
    this.json = json;
    this.buttons = buttons;
    LeadBriefing briefing = message.briefing();
    Wording wording = message.wording();
    text(message.note(), Map.of("isSubtle", true));
    text(message.subject(), Map.of("size", "Large", "weight", "Bolder"));
    text(briefing.lead().who(), Map.of());
    part(BriefingPart.of(wording.label("label_due"), message.said()));
    part(briefing.reach(wording));
    part(BriefingPart.of(wording.label("label_step"), briefing.how()));
    text(message.answer() == null ? null : wording.label("answer_link"), Map.of("isSubtle", true));
    part(new BriefingPart(wording.label("label_items"), briefing.items()));
    part(briefing.why(wording));
    briefing.parts(wording).forEach(this::part);
  }

  /**
   * What a workflow posts: a message with this card and nothing else.
   *
   * @param recipient the e-mail address of the one person whose chat it goes to, or null
   */
  String message(@Nullable String recipient) {
    try {
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("type", "message");
      if (recipient != null) {
        message.put("recipient", recipient);
      }
      message.put(
          "attachments",
          List.of(
              Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card())));
      return json.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A card is plain text and always writable", e);
    }
  }

  private Map<String, Object> card() throws JsonProcessingException {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("body", fitting());
    card.put(
        "actions",
        buttons.stream()
            .map(
                button ->
                    Map.of("type", "Action.OpenUrl", "title", button.title(), "url", button.url()))
            .toList());
    return card;
  }

  /** The end can be missed: everything is on the page to which the button leads. */
  private List<Map<String, Object>> fitting() throws JsonProcessingException {
    List<Map<String, Object>> fitting = new ArrayList<>();
    int bytes = 0;
    for (Map<String, Object> block : body) {
      bytes += json.writeValueAsBytes(block).length;
      if (bytes > MOST_BYTES) {
        break;
      }
      fitting.add(block);
    }
    return fitting;
  }

  private void part(BriefingPart part) {
    if (part.lines().isEmpty()) {
      return;
    }
    label(part.label());
    String bullet = part.lines().size() == 1 ? "" : "• ";
    part.lines().forEach(line -> text(bullet + line, Map.of()));
  }

  private void label(String label) {
    body.add(
        Map.of(
            "type",
            "TextBlock",
            "text",
            label,
            "weight",
            "Bolder",
            "spacing",
            "Medium",
            "wrap",
            true));
  }

  private void text(@Nullable String text, Map<String, Object> style) {
    if (text == null || text.isBlank()) {
      return;
    }
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "TextRun");
    run.put("text", text);
    run.putAll(style);
    body.add(Map.of("type", "RichTextBlock", "spacing", "Small", "inlines", List.of(run)));
  }
}
