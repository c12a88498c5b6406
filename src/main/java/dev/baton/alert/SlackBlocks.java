package dev.baton.alert;

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
import dev.baton.alert.SlackAction.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A letter as Slack's blocks, within their limits; what a lead wrote is text, never markup. */
final class SlackBlocks {
  /** Slack's own limits; a longer message is refused as a whole. */
  private static final int HEADER = 150;

  private static final int SECTION = 3000;

  private final Letter letter;
  private final List<LayoutBlock> blocks = new ArrayList<>();

  /** A letter that is only to be read. */
  SlackBlocks(Letter letter) {
    this(letter, null, null);
  }

  /** A letter that can be answered. */
  SlackBlocks(Letter letter, SlackOffers.Offer offer) {
    this(letter, offer, null);
  }

  /** The same after somebody answered. */
  static SlackBlocks answered(Letter letter, String said) {
    return new SlackBlocks(letter, null, said);
  }

  private SlackBlocks(Letter letter, SlackOffers.Offer offer, String said) {
    this.letter = letter;
    Pack pack = letter.pack();
    if (letter.note() != null) {
      aside(letter.note());
    }
    blocks.add(header(h -> h.text(plainText(Words.line(letter.subject(), HEADER)))));
    paragraph(null, pack.headline());
    paragraph("Who", pack.who());
    paragraph("By when", letter.said());
    paragraph("What waits", bullets(pack.items()));
    paragraph("Why", bullets(pack.why()));
    paragraph("In their words", quoted(pack.words()));
    paragraph("Next step", pack.how());
    if (said != null) {
      aside(said);
    }
    blocks.add(actions(a -> a.elements(buttons(offer))));
    paragraph("What they did last", bullets(pack.signals()));
    paragraph("Topics", Letter.joined(pack.topics()));
    paragraph("Since the last no", pack.sinceNo());
    paragraph("Not known yet", Letter.joined(pack.missing()));
  }

  List<LayoutBlock> blocks() {
    return blocks;
  }

  private List<BlockElement> buttons(SlackOffers.Offer offer) {
    List<BlockElement> buttons = new ArrayList<>();
    if (offer != null && offer.open().isYesOrNo()) {
      buttons.add(button(offer, "Accept", Verb.ACCEPT, "primary"));
      buttons.add(button(offer, "Reject…", Verb.ASK_REASON, "danger"));
    }
    if (offer != null && offer.open().isPausable()) {
      buttons.add(button(offer, "Snooze…", Verb.ASK_PAUSE, null));
    }
    String style = buttons.isEmpty() ? "primary" : null;
    buttons.add(
        BlockElements.button(
            b ->
                b.text(plainText(letter.action()))
                    .url(letter.link())
                    .actionId("open")
                    .style(style)));
    return buttons;
  }

  private static ButtonElement button(
      SlackOffers.Offer offer, String text, Verb verb, String style) {
    SlackForms.Subject about =
        new SlackForms.Subject(offer.handoffId(), offer.open().question(), null);
    return BlockElements.button(
        b -> b.text(plainText(text)).actionId(verb.word()).value(about.written()).style(style));
  }

  /** What notifications and screen readers say. */
  String text() {
    String note = letter.note() == null ? "" : letter.note() + " ";
    String due = letter.due() == null ? "" : " (by " + letter.said() + ")";
    return escape(note + letter.subject() + due, SECTION);
  }

  private void paragraph(String label, String text) {
    if (text == null || text.isBlank()) {
      return;
    }
    String start = label == null ? "" : "*" + label + "*\n";
    blocks.add(section(s -> s.text(literal(start + escape(text, SECTION - start.length())))));
  }

  private void aside(String text) {
    blocks.add(context(c -> c.elements(List.of(literal(escape(text, SECTION))))));
  }

  /** Verbatim: addresses in it don't become links, names don't become mentions. */
  private static MarkdownTextObject literal(String text) {
    MarkdownTextObject object = markdownText(text);
    object.setVerbatim(true);
    return object;
  }

  private static String bullets(List<String> items) {
    return items.stream().map(item -> "• " + item).collect(Collectors.joining("\n"));
  }

  private static String quoted(String words) {
    return words == null || words.isBlank() ? null : "“" + words + "”";
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
