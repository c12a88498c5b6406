package dev.baton.web.lead;

import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
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

  Message thanks(@Nullable String decision) {
    return new Message(
        "Your answer is saved",
        "accept".equals(decision)
            ? "The lead is accepted and waits for you in Baton."
            : "The lead is rejected; marketing sees your reason.");
  }

  Message over(AnswerLink link, CurrentUser user) {
    return switch (link.standing()) {
      case ANSWERED -> answered(link.given(), user);
      case HANDED_OVER -> handedOver(link, user);
      case EXPIRED ->
          new Message(
              "This link has expired",
              "It could be used until %s. The question is still open; log in to answer it."
                  .formatted(user.clock().wall(link.expiresAt())));
      case OPEN, GONE ->
          new Message("Nothing to answer any more", "The question is no longer asked of you.");
    };
  }

  private Message answered(AnswerEntry answer, CurrentUser user) {
    boolean own = answer.answeredBy().equals(user.id());
    String who = own ? "You" : DisplayNames.ofAll(people).of(answer.answeredBy());
    return new Message(
        "This is answered already",
        "%s answered %s, %s. This link does nothing any more."
            .formatted(who, user.clock().wall(answer.answeredAt()), user.clock().place()));
  }

  private Message handedOver(AnswerLink link, CurrentUser user) {
    String owner = link.handoff().owner();
    if (user.id().equals(owner)) {
      return new Message(
          "This link is from before",
          "The question was handed on and came back to you since. Use the link of the latest mail,"
              + " or log in.");
    }
    return new Message(
        "Somebody else has this now",
        owner == null
            ? "It waits for a new owner, and this link does nothing any more."
            : "%s owns it now, and this link does nothing any more."
                .formatted(DisplayNames.ofAll(people).of(owner)));
  }

  String wrong(InvalidInput invalid) {
    return invalid.errors().stream()
        .map(
            error ->
                switch (error.field()) {
                  case "reason" -> "Please choose a reason.";
                  case "decision" -> "Please accept or reject.";
                  default ->
                      "%s: %s.".formatted(AnswerSchema.label(error.field()), error.message());
                })
        .collect(Collectors.joining(" "));
  }
}
