package dev.baton.handoff;

import dev.baton.alert.message.DueText;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.notice.QuestionTexts;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.Sentences;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Texts of the reply to an answer that came by a message: what is recorded, or what is wrong. */
@Component
class ReplyTexts {
  private final People people;
  private final MessageTexts texts;
  private final Clock clock;

  ReplyTexts(People people, MessageTexts texts, Clock clock) {
    this.people = people;
    this.texts = texts;
    this.clock = clock;
  }

  String recorded(HandoffView view, String by) {
    Wording wording = wording(by);
    return wording.say(
        view.state() == HandoffState.CLOSED
            ? Text.of(
                "reply_closed", Map.of("result", Text.of("result_" + view.closing().result())))
            : Text.of("reply_recorded", Map.of("next", next(view, wording))));
  }

  String paused(HandoffView view, String by) {
    Wording wording = wording(by);
    return wording.say(Text.of("reply_paused", Map.of("next", next(view, wording))));
  }

  private Text next(HandoffView view, Wording wording) {
    Text question = QuestionTexts.name(view.state().clock());
    return view.deadlines().stream()
        .filter(clock -> clock.clock().equals(view.state().clock()))
        .filter(clock -> clock.verdict().runs())
        .findFirst()
        .map(running -> DueText.of(running.dueAt(), clock.instant(), wording).wall())
        .map(due -> Text.of("reply_waits_until", Map.of("question", question, "due", due)))
        .orElseGet(() -> Text.of("reply_waits", Map.of("question", question)));
  }

  private Wording wording(String by) {
    Optional<Person> reader = people.find(by);
    return texts.in(
        reader.map(Person::language).orElse(Language.EN),
        reader.map(Person::zone).orElse(ZoneOffset.UTC));
  }

  String notYours(String by) {
    return sentence("There is no such lead for you", by);
  }

  /** What is wrong, without the names of fields and codes. */
  String refused(ApiProblem refused, String by) {
    return refused instanceof InvalidInput invalid
        ? invalid.errors().stream()
            .flatMap(error -> Stream.ofNullable(error.message()))
            .map(message -> sentence(message, by))
            .collect(Collectors.joining(" "))
        : sentence(String.valueOf(refused.getMessage()), by);
  }

  private String sentence(String english, String by) {
    return StringUtils.capitalize(Sentences.in(wording(by).language().locale(), english)) + ".";
  }
}
