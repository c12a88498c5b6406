package dev.baton.handoff;

import dev.baton.alert.SentMessages;
import dev.baton.people.People;
import dev.baton.people.Person;
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
