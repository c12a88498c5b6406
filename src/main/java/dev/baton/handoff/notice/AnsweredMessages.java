package dev.baton.handoff.notice;

import dev.baton.alert.message.DueText;
import dev.baton.alert.slack.SlackMessages;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineChanged;
import dev.baton.handoff.record.FirstTouchMade;
import dev.baton.handoff.record.HandoffAdvanced;
import dev.baton.handoff.record.HandoffClosed;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.handoff.record.RejectionReason;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever answers, in whatever way: the messages that asked for it say so. */
@Component
class AnsweredMessages {
  private final SlackMessages messages;
  private final RejectionTaxonomy taxonomy;
  private final People people;

  AnsweredMessages(SlackMessages messages, RejectionTaxonomy taxonomy, People people) {
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
    String said =
        switch (fact.stage()) {
          case SAL -> "Accepted by ";
          case SQL -> "Qualified by ";
          case OPPORTUNITY -> "Opportunity opened by ";
          default -> "Answered by ";
        };
    messages.answered(fact.handoffId(), question.clock(), said + name(fact.by()), fact.at());
  }

  @EventListener
  void on(HandoffClosed fact) {
    String result = Character.toUpperCase(fact.result().charAt(0)) + fact.result().substring(1);
    String reason = fact.reason();
    String why = reason == null ? "" : ": " + label(fact.stage(), reason);
    messages.answered(
        fact.handoffId(),
        fact.stage(),
        "%s by %s%s".formatted(result, name(fact.by()), why),
        fact.at());
  }

  @EventListener
  void on(FirstTouchMade fact) {
    messages.answered(
        fact.handoffId(),
        HandoffState.FIRST_TOUCH.clock(),
        "First touch by " + name(fact.by()),
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
    HandoffState.ofClock(deadline.clock())
        .ifPresent(
            question ->
                messages.next(
                    deadline.handoffId(),
                    owner,
                    "Next: %s, by %s".formatted(question.words(), wall(deadline.dueAt(), owner))));
  }

  private String wall(Instant at, String reader) {
    ZoneId zone = people.find(reader).map(Person::zone).orElse(ZoneOffset.UTC);
    return DueText.of(at, at, zone).wall();
  }

  @EventListener
  void on(OwnerAssigned fact) {
    if (fact.first()) {
      return;
    }
    messages.handedOver(
        fact.handoffId(), fact.owner(), name(fact.owner()) + " has this lead now", fact.at());
  }

  private String label(String question, String code) {
    return HandoffState.ofClock(question).stream()
        .flatMap(asked -> taxonomy.reasons(asked).stream())
        .filter(reason -> reason.code().equals(code))
        .map(RejectionReason::label)
        .findFirst()
        .orElse(code);
  }

  private String name(String by) {
    return people.find(by).map(Person::name).orElse("a rule");
  }
}
