package dev.baton.web.lead;

import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.PageTexts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts of the page behind a mail's link when it has no question, without a word of the lead. */
@Component
class AnswerLinkTexts {
  private final People people;

  AnswerLinkTexts(People people) {
    this.people = people;
  }

  /** A page of one sentence. */
  record Message(String title, String text) {}

  Message thanks(@Nullable String decision, PageTexts texts) {
    return message("accept".equals(decision) ? "accepted" : "rejected", texts);
  }

  private static Message message(String key, PageTexts texts, @Nullable Object... named) {
    return new Message(texts.say("link." + key), texts.say("link." + key + ".text", named));
  }

  Message over(AnswerLink link, CurrentUser user) {
    PageTexts texts = user.clock().texts();
    return switch (link.standing()) {
      case ANSWERED -> answered(link.given(), user);
      case HANDED_OVER -> handedOver(link, user);
      case EXPIRED -> message("expired", texts, user.clock().wall(link.expiresAt()));
      case OPEN, GONE -> message("gone", texts);
    };
  }

  private Message answered(AnswerEntry answer, CurrentUser user) {
    PageTexts texts = user.clock().texts();
    String at = user.clock().wall(answer.answeredAt());
    return answer.answeredBy().equals(user.id())
        ? message("answered_by_you", texts, at, user.clock().place())
        : message(
            "answered",
            texts,
            DisplayNames.ofAll(people).of(answer.answeredBy()),
            at,
            user.clock().place());
  }

  private Message handedOver(AnswerLink link, CurrentUser user) {
    PageTexts texts = user.clock().texts();
    String owner = link.handoff().owner();
    if (user.id().equals(owner)) {
      return message("earlier", texts);
    }
    return owner == null
        ? message("unowned", texts)
        : message("other", texts, DisplayNames.ofAll(people).of(owner));
  }

  String wrong(InvalidInput invalid, PageTexts texts) {
    return invalid.errors().stream()
        .map(
            error ->
                switch (error.field()) {
                  case "reason" -> texts.say("link.reason");
                  case "decision" -> texts.say("link.decision");
                  default ->
                      "%s: %s."
                          .formatted(
                              texts.translated(AnswerSchema.label(error.field())),
                              texts.translated(error.message()));
                })
        .collect(Collectors.joining(" "));
  }
}
