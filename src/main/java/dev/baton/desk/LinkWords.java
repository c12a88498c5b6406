package dev.baton.desk;

import dev.baton.handoff.AnswerLink;
import dev.baton.handoff.AnswerLog;
import dev.baton.input.InvalidInput;
import dev.baton.handoff.AnswerSchema;
import dev.baton.people.People;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the page behind a mail's link says when it has no question, without a word of the lead. */
@Component
class LinkWords {
  private final People people;

  LinkWords(People people) {
    this.people = people;
  }

  /** A page of one sentence. */
  record Said(String title, String text) {}

  Said thanks(String decision) {
    return new Said(
        "Your answer is saved",
        "accept".equals(decision)
            ? "The lead is accepted and waits for you in Baton."
            : "The lead is rejected; marketing sees your reason.");
  }

  Said over(AnswerLink link, Reader reader) {
    return switch (link.standing()) {
      case ANSWERED -> answered(link.answer(), reader);
      case HANDED_OVER -> handedOver(link, reader);
      case EXPIRED ->
          new Said(
              "This link has expired",
              "It could be used until %s. The question is still open; log in to answer it."
                  .formatted(reader.watch().wall(link.expiresAt())));
      case OPEN, GONE ->
          new Said("Nothing to answer any more", "The question is no longer asked of you.");
    };
  }

  private Said answered(AnswerLog.Entry answer, Reader reader) {
    boolean own = answer.answeredBy().equals(reader.id());
    String who = own ? "You" : Names.of(people).of(answer.answeredBy());
    return new Said(
        "This is answered already",
        "%s answered %s, %s. This link does nothing any more."
            .formatted(who, reader.watch().wall(answer.answeredAt()), reader.watch().place()));
  }

  private Said handedOver(AnswerLink link, Reader reader) {
    String owner = link.handoff().owner();
    if (reader.id().equals(owner)) {
      return new Said(
          "This link is from before",
          "The question was handed on and came back to you since. Use the link of the latest mail,"
              + " or log in.");
    }
    return new Said(
        "Somebody else has this now",
        owner == null
            ? "It waits for a new owner, and this link does nothing any more."
            : "%s owns it now, and this link does nothing any more."
                .formatted(Names.of(people).of(owner)));
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
