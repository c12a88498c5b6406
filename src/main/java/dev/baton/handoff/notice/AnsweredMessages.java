package dev.baton.handoff.notice;

import dev.baton.alert.message.DueText;
import dev.baton.alert.slack.SlackMessages;
import dev.baton.alert.text.MessageTexts;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.record.FirstTouchMade;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.handoff.record.RejectionReason;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever answers, in whatever way: the messages that asked for it say so. */
@Component
class AnsweredMessages {
  private final SlackMessages messages;
  private final RejectionTaxonomy taxonomy;
  private final People people;
  private final MessageTexts texts;

  AnsweredMessages(
      SlackMessages messages, RejectionTaxonomy taxonomy, People people, MessageTexts texts) {
    this.texts = texts;
    this.messages = messages;
    this.taxonomy = taxonomy;
    this.people = people;
  }

  @EventListener
  void on(HandoffAdvanced fact) {
    HandoffState question =
        switch (fact.stage()) {
          case SAL -> HandoffState.REVIEW;
          case SQL -> HandoffState.QUALIFICATION;
          default -> HandoffState.OPPORTUNITY;
        };
    Map<String, Text> by = Map.of("person", name(fact.by()));
    Text said =
        switch (fact.stage()) {
          case SAL -> Text.of("answered_review", by);
          case SQL -> Text.of("answered_qualification", by);
          case OPPORTUNITY -> Text.of("answered_opportunity", by);
          default -> Text.of("answered", by);
        };
    messages.answered(fact.handoffId(), question.clock(), said, fact.at());
  }

  @EventListener
  void on(HandoffClosed fact) {
    String reason = fact.reason();
    String why = reason == null ? "" : ": " + label(fact.stage(), reason);
    messages.answered(
        fact.handoffId(),
        fact.stage(),
        Text.of("closed_" + fact.result(), Map.of("person", name(fact.by()), "why", why)),
        fact.at());
  }

  @EventListener
  void on(FirstTouchMade fact) {
    messages.answered(
        fact.handoffId(),
        HandoffState.FIRST_TOUCH.clock(),
        Text.of("answered_first_touch", Map.of("person", name(fact.by()))),
        fact.at());
  }

  /** Whoever has answered reads what they owe next, in the message that they have already. */
  @EventListener
  void on(DeadlineChanged fact) {
    Deadline deadline = fact.deadline();
    String owner = deadline.owner();
    boolean isRunning = deadline.stoppedAt() == null && deadline.missedAt() == null;
    if (owner == null || !isRunning || deadline.clock().equals(HandoffState.REVIEW.clock())) {
      return;
    }
    if (HandoffState.ofClock(deadline.clock()).isPresent()) {
      messages.next(deadline.handoffId(), owner, next(deadline, owner));
    }
  }

  /** The owner alone reads it. */
  private String next(Deadline deadline, String owner) {
    Optional<Person> reader = people.find(owner);
    Wording wording =
        texts.in(
            reader.map(Person::language).orElse(Language.EN),
            reader.map(Person::zone).orElse(ZoneOffset.UTC));
    Instant at = deadline.dueAt();
    return wording.say(
        Text.of(
            "next_question",
            Map.of(
                "question",
                QuestionTexts.name(deadline.clock()),
                "due",
                DueText.of(at, at, wording).wall())));
  }

  @EventListener
  void on(OwnerAssigned fact) {
    if (fact.first()) {
      return;
    }
    messages.handedOver(
        fact.handoffId(),
        fact.owner(),
        Text.of("has_it_now", Map.of("person", name(fact.owner()))),
        fact.at());
  }

  private String label(String question, String code) {
    return HandoffState.ofClock(question).stream()
        .flatMap(asked -> taxonomy.reasons(asked).stream())
        .filter(reason -> reason.code().equals(code))
        .map(RejectionReason::label)
        .findFirst()
        .orElse(code);
  }

  private Text name(String by) {
    return people.find(by).map(person -> Text.literal(person.name())).orElse(Text.of("a_rule"));
  }
}
