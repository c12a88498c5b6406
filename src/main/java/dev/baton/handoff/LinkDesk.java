package dev.baton.handoff;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers through a link, as the person it was sent to (rule R15), by the door of all answers. */
@Component
public class LinkDesk {
  private final AnswerLinks links;
  private final HandoffDesk desk;
  private final Progress progress;

  LinkDesk(AnswerLinks links, HandoffDesk desk, Progress progress) {
    this.links = links;
    this.desk = desk;
    this.progress = progress;
  }

  /**
   * Gives the answer and uses up the link, both or neither; whether it still answers is looked at
   * once more when nobody else can change the handoff.
   */
  public HandoffView answer(AnswerLink link, Map<String, Object> fields) {
    return desk.answer(
        link.handoff().id(),
        link.question(),
        fields,
        link.person(),
        handoff -> {
          if (!links.use(link)) {
            throw progress.conflict(handoff);
          }
        });
  }
}
