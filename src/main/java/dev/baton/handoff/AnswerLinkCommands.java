package dev.baton.handoff;

import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.lifecycle.AnswerPreconditions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers through a link, as the person it was sent to (rule R15), the same way as all answers. */
@Component
public class AnswerLinkCommands {
  private final AnswerLinks links;
  private final HandoffCommands commands;
  private final AnswerPreconditions preconditions;

  AnswerLinkCommands(
      AnswerLinks links, HandoffCommands commands, AnswerPreconditions preconditions) {
    this.links = links;
    this.commands = commands;
    this.preconditions = preconditions;
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
            throw preconditions.conflict(handoff);
          }
        });
  }
}
