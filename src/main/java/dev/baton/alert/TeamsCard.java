package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A letter as an Adaptive Card. What people wrote stands in text runs, which know no Markdown, so
 * that a lead's name makes no link; labels of our own stand in text blocks.
 */
class TeamsCard {
  /** Teams takes 28 KB a message; the envelope around the body is small. */
  private static final int MOST_BYTES = 24_000;

  private final ObjectMapper json;
  private final Letter letter;
  private final List<Map<String, Object>> body = new ArrayList<>();

  TeamsCard(Letter letter, ObjectMapper json) {
    this.json = json;
    this.letter = letter;
    Pack pack = letter.pack();
    text(letter.note(), Map.of("isSubtle", true));
    text(letter.subject(), Map.of("size", "Large", "weight", "Bolder"));
    text(pack.who(), Map.of());
    labelled("By when", letter.said());
    labelled("Next step", pack.how());
    list("What waits", pack.items());
    list("Why", pack.why());
    labelled("In their words", pack.words() == null ? null : "“" + pack.words() + "”");
    list("What they did last", pack.signals());
    labelled("Topics", Letter.joined(pack.topics()));
    labelled("Since the last no", pack.sinceNo());
    labelled("Not known yet", Letter.joined(pack.missing()));
  }

  /** What a workflow posts: a message with this card and nothing else. */
  String message() {
    try {
      return json.writeValueAsString(
          Map.of(
              "type",
              "message",
              "attachments",
              List.of(
                  Map.of(
                      "contentType",
                      "application/vnd.microsoft.card.adaptive",
                      "content",
                      card()))));
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
        List.of(Map.of("type", "Action.OpenUrl", "title", letter.action(), "url", letter.link())));
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

  private void labelled(String label, String text) {
    if (text != null && !text.isBlank()) {
      label(label);
      text(text, Map.of());
    }
  }

  private void list(String label, List<String> items) {
    if (!items.isEmpty()) {
      label(label);
      items.forEach(item -> text("• " + item, Map.of()));
    }
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

  private void text(String text, Map<String, Object> look) {
    if (text == null || text.isBlank()) {
      return;
    }
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("type", "TextRun");
    run.put("text", text);
    run.putAll(look);
    body.add(Map.of("type", "RichTextBlock", "spacing", "Small", "inlines", List.of(run)));
  }
}
