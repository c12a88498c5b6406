package dev.baton.alert.teams;

import dev.baton.alert.delivery.Notices;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.alert.message.DeliveryTarget;
import dev.baton.alert.message.OpenTasks;
import dev.baton.alert.message.RenderedMessage;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Buttons of a card. A workflow takes nothing back from a card, so each opens a page: in a chat
 * with one person the one that answers as them, once and without a login (rule R15); in a channel
 * that others read the lead's, which asks each of them who they are.
 */
class TeamsButtons {
  private final Notices notices;
  private final ObjectProvider<OpenTasks> questions;
  private final ObjectProvider<AnswerLinkIssuer> links;

  TeamsButtons(
      Notices notices,
      ObjectProvider<OpenTasks> questions,
      ObjectProvider<AnswerLinkIssuer> links) {
    this.notices = notices;
    this.questions = questions;
    this.links = links;
  }

  /** What it says, and the page that it opens. */
  record Button(String title, String url) {}

  /** With the link that answers as this reader, where nobody but them gets the card. */
  RenderedMessage answerable(RenderedMessage message, DeliveryTarget reader) {
    Long asks = message.briefing().asks();
    AnswerLinkIssuer issuer = links.getIfAvailable();
    return asks == null || issuer == null
        ? message
        : issuer.link(asks, reader.id()).map(message::answeredAt).orElse(message);
  }

  /**
   * Those of a message as it is asked now, the one that only opens its page last.
   *
   * @param key of the notice
   */
  List<Button> of(String key, RenderedMessage message, DeliveryTarget reader) {
    String answer = message.answer();
    List<Button> buttons = new ArrayList<>();
    if (isYesOrNo(key, reader)) {
      String page = answer == null ? message.link() : answer;
      buttons.add(button(message, "button_accept", page + "?open=accept"));
      buttons.add(button(message, "button_reject", page + "?open=reject"));
    } else if (answer != null) {
      buttons.add(button(message, "button_answer", answer));
    }
    buttons.add(new Button(message.action(), message.link()));
    return buttons;
  }

  private boolean isYesOrNo(String key, DeliveryTarget reader) {
    OpenTasks asked = questions.getIfAvailable();
    return asked != null
        && notices
            .answerableHandoff(key)
            .flatMap(handoff -> asked.open(handoff, reader.id()))
            .filter(OpenTasks.Open::isYesOrNo)
            .isPresent();
  }

  private static Button button(RenderedMessage message, String label, String url) {
    return new Button(message.wording().label(label), url);
  }
}
