package dev.baton.mailbox.imap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Text of a page of HTML, in one pass over it, however it is made. */
final class PlainHtml {
  private static final List<String> UNSEEN = List.of("script", "style", "head", "title");
  private static final Pattern BREAK =
      Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h[1-6]|/blockquote)[^<>]*>");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  private PlainHtml() {}

  static String text(String html) {
    String shown = html;
    for (String element : UNSEEN) {
      shown = without(shown, element);
    }
    String lines = BREAK.matcher(shown.replaceAll("\\s+", " ")).replaceAll("\n");
    return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll(""))
        .replaceAll(" *\\n *", "\n")
        .replaceAll("\\n{3,}", "\n\n");
  }

  private static String without(String html, String element) {
    Matcher opening = Pattern.compile("(?i)<" + element + "\\b").matcher(html);
    Matcher closing = Pattern.compile("(?i)</" + element + "\\b").matcher(html);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (opening.find(from)) {
      kept.append(html, from, opening.start());
      if (!closing.find(opening.start())) {
        return kept.toString();
      }
      from = closing.start();
    }
    return kept.append(html, from, html.length()).toString();
  }
}
