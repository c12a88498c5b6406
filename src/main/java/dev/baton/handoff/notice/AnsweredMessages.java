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
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever answers, through any door: the messages that asked for it say so. */
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
    String why = fact.reason() == null ? "" : ": " + label(fact);
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
    boolean isOwed =
        deadline.owner() != null && deadline.stoppedAt() == null && deadline.missedAt() == null;
    if (!isOwed || deadline.clock().equals(HandoffState.REVIEW.clock())) {
      return;
    }
    HandoffState.ofClock(deadline.clock())
        .ifPresent(
            question ->
                messages.next(
                    deadline.handoffId(),
                    deadline.owner(),
                    "Next: %s, by %s"
                        .formatted(question.words(), wall(deadline.dueAt(), deadline.owner()))));
  }

  private String wall(Instant at, String reader) {
    ZoneId zone = people.find(reader).map(Person::zone).orElse(ZoneOffset.UTC);
    return DueText.of(at, at, zone).wall();
  }

  @EventListener
  void on(OwnerAssigned fact) {
    messages.handedOver(
        fact.handoffId(), fact.owner(), name(fact.owner()) + " has this lead now", fact.at());
  }

  private String label(HandoffClosed fact) {
    return HandoffState.ofClock(fact.stage()).stream()
        .flatMap(question -> taxonomy.reasons(question).stream())
        .filter(reason -> reason.code().equals(fact.reason()))
        .map(RejectionTaxonomy.Reason::label)
        .findFirst()
        .orElse(fact.reason());
  }

  private String name(String by) {
    return people.find(by).map(Person::name).orElse("a rule");
  }
}
