package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.lifecycle.HandoffTransitions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers through a link, as the person it was sent to (rule R15), by the door of all answers. */
@Component
public class AnswerLinkCommands {
  private final AnswerLinks links;
  private final HandoffCommands commands;
  private final HandoffTransitions transitions;

  AnswerLinkCommands(AnswerLinks links, HandoffCommands commands, HandoffTransitions transitions) {
    this.links = links;
    this.commands = commands;
    this.transitions = transitions;
  }

  /**
   * Gives the answer and uses up the link, both or neither; whether it still answers is looked at
   * once more when nobody else can change the handoff.
   */
  public HandoffView answer(AnswerLink link, Map<String, Object> fields) {
    return commands.answer(
        link.handoff().id(),
        link.question(),
        fields,
        link.person(),
        handoff -> {
          if (!links.use(link)) {
            throw transitions.conflict(handoff);
          }
        });
  }
}
