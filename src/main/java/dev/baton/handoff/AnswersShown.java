package dev.baton.handoff;

import dev.baton.alert.ByWhen;
import dev.baton.alert.SentMessages;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever answers, through any door: the messages that asked for it say so. */
@Component
class AnswersShown {
  private final SentMessages messages;
  private final Taxonomy taxonomy;
  private final People people;

  AnswersShown(SentMessages messages, Taxonomy taxonomy, People people) {
    this.messages = messages;
    this.taxonomy = taxonomy;
    this.people = people;
  }

  @EventListener
  void on(HandoffAdvanced fact) {
    State question =
        switch (fact.stage()) {
          case SAL -> State.REVIEW;
          case SQL -> State.QUALIFICATION;
          default -> State.OPPORTUNITY;
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
        State.FIRST_TOUCH.clock(),
        "First touch by " + name(fact.by()),
        fact.at());
  }

  /** Whoever has answered reads what they owe next, in the message that they have already. */
  @EventListener
  void on(DeadlineChanged fact) {
    Deadline deadline = fact.deadline();
    boolean isOwed =
        deadline.owner() != null && deadline.stoppedAt() == null && deadline.missedAt() == null;
    if (!isOwed || deadline.clock().equals(State.REVIEW.clock())) {
      return;
    }
    State.ofClock(deadline.clock())
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
    return ByWhen.of(at, at, zone).wall();
  }

  @EventListener
  void on(OwnerAssigned fact) {
    messages.handedOver(
        fact.handoffId(), fact.owner(), name(fact.owner()) + " has this lead now", fact.at());
  }

  private String label(HandoffClosed fact) {
    return State.ofClock(fact.stage()).stream()
        .flatMap(question -> taxonomy.reasons(question).stream())
        .filter(reason -> reason.code().equals(fact.reason()))
        .map(Taxonomy.Reason::label)
        .findFirst()
        .orElse(fact.reason());
  }

  private String name(String by) {
    return people.find(by).map(Person::name).orElse("a rule");
  }
}
