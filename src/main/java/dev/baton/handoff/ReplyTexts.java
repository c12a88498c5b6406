package dev.baton.handoff;

import dev.baton.alert.message.DueText;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Texts of the reply to an answer that came by a message: what is recorded, or what is wrong. */
@Component
class ReplyTexts {
  private final People people;
  private final Clock clock;

  ReplyTexts(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  String recorded(HandoffView view, String by) {
    return view.state() == HandoffState.CLOSED
        ? "Recorded: %s. Thank you.".formatted(view.closing().result())
        : "Recorded. " + next(view, by);
  }

  String paused(HandoffView view, String by) {
    return "Snoozed. " + next(view, by);
  }

  private String next(HandoffView view, String by) {
    String words = "This lead waits for its " + view.state().words();
    return view.deadlines().stream()
        .filter(clock -> clock.clock().equals(view.state().clock()))
        .filter(clock -> clock.verdict().runs())
        .findFirst()
        .map(clock -> words + ", by " + wall(clock.dueAt(), by) + ".")
        .orElse(words + ".");
  }

  private String wall(Instant at, String by) {
    ZoneId zone = people.find(by).map(Person::zone).orElse(ZoneOffset.UTC);
    return DueText.of(at, clock.instant(), zone).wall();
  }

  /** What is wrong, without the names of fields and codes. */
  String refused(ApiProblem refused) {
    return refused instanceof InvalidInput invalid
        ? invalid.errors().stream()
            .flatMap(error -> Stream.ofNullable(error.message()))
            .map(ReplyTexts::capitalised)
            .collect(Collectors.joining(". ", "", "."))
        : refused.getMessage() + ".";
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
