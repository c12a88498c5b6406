package dev.baton.alert.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.model.block.element.ButtonElement;
import dev.baton.alert.message.BriefingPart;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.RenderedMessage;
import dev.baton.alert.message.SafeText;
import dev.baton.alert.slack.SlackAction.Verb;
import dev.baton.alert.text.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as Slack's blocks, within their limits; what a lead wrote is text, never markup. */
final class SlackBlocks {
  /** Slack's own limits; a longer message is refused as a whole. */
  private static final int HEADER = 150;

  private static final int SECTION = 3000;

  private final RenderedMessage message;
  private final List<LayoutBlock> blocks = new ArrayList<>();

  /**
   * A message.
   *
   * @param offer how it can be answered, or null
   * @param said who answered it, or null
   */
  SlackBlocks(
      RenderedMessage message, SlackMessageActions.@Nullable Offer offer, @Nullable String said) {
    this.message = message;
    LeadBriefing briefing = message.briefing();
    aside(message.note());
    blocks.add(header(h -> h.text(plainText(SafeText.line(message.subject(), HEADER)))));
    paragraph(null, briefing.headline());
    Wording wording = message.wording();
    paragraph(wording.label("label_who"), briefing.lead().who());
    paragraph(wording.label("label_due"), message.said());
    paragraph(briefing.reach(wording));
    paragraph(new BriefingPart(wording.label("label_items"), briefing.items()));
    paragraph(briefing.why(wording));
    paragraph(wording.label("label_step"), briefing.how());
    aside(said);
    blocks.add(actions(a -> a.elements(buttons(offer))));
    briefing.parts(wording).forEach(this::paragraph);
  }

  List<LayoutBlock> blocks() {
    return blocks;
  }

  private List<BlockElement> buttons(SlackMessageActions.@Nullable Offer offer) {
    List<BlockElement> buttons = new ArrayList<>();
    if (offer != null && offer.open().isYesOrNo()) {
      buttons.add(button(offer, "button_accept", Verb.ACCEPT, "primary"));
      buttons.add(button(offer, "button_reject", Verb.ASK_REASON, "danger"));
    }
    if (offer != null && offer.open().isPausable()) {
      buttons.add(button(offer, "button_pause", Verb.ASK_PAUSE, null));
    }
    String style = buttons.isEmpty() ? "primary" : null;
    buttons.add(
        BlockElements.button(
            b ->
                b.text(plainText(message.action()))
                    .url(message.link())
                    .actionId("open")
                    .style(style)));
    return buttons;
  }

  private ButtonElement button(
      SlackMessageActions.Offer offer, String label, Verb verb, @Nullable String style) {
    String text = message.wording().label(label);
    SlackModals.Subject about =
        new SlackModals.Subject(
            new SlackQuestion(offer.handoffId(), offer.open().question()), null);
    return BlockElements.button(
        b -> b.text(plainText(text)).actionId(verb.word()).value(about.written()).style(style));
  }

  /** What notifications and screen readers say. */
  String text() {
    String note = message.note() == null ? "" : message.note() + " ";
    return escape(note + message.dueSubject(), SECTION);
  }

  private void paragraph(BriefingPart part) {
    paragraph(part.label(), part.text("• "));
  }

  private void paragraph(@Nullable String label, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    String start = label == null ? "" : "*" + label + "*\n";
    blocks.add(section(s -> s.text(literal(start + escape(text, SECTION - start.length())))));
  }

  private void aside(@Nullable String text) {
    if (text != null) {
      blocks.add(context(c -> c.elements(List.of(literal(escape(text, SECTION))))));
    }
  }

  /** Verbatim: addresses in it don't become links, names don't become mentions. */
  private static MarkdownTextObject literal(String text) {
    MarkdownTextObject object = markdownText(text);
    object.setVerbatim(true);
    return object;
  }

  /** Cuts between characters, never inside of an escape. */
  static String escape(String text, int most) {
    StringBuilder escaped = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      String next =
          switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(point);
          };
      if (escaped.length() + next.length() > most - 1) {
        return escaped.append('…').toString();
      }
      escaped.append(next);
    }
    return escaped.toString();
  }
}
