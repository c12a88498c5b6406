package dev.baton.handoff;

import dev.baton.alert.message.OpenTasks;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.handoff.notice.QuestionTexts;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OpenHandoffs;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Questions that wait for an answer of one person, the soonest due first. */
@Component
class WaitingQuestions {
  private static final int MOST_WAITING = 25;

  private final Handoffs handoffs;
  private final OpenHandoffs open;
  private final Deadlines deadlines;
  private final LeadBriefings briefings;

  WaitingQuestions(
      Handoffs handoffs, OpenHandoffs open, Deadlines deadlines, LeadBriefings briefings) {
    this.handoffs = handoffs;
    this.open = open;
    this.deadlines = deadlines;
    this.briefings = briefings;
  }

  List<OpenTasks.Waiting> of(String person) {
    return open.idsOf(List.of(person)).stream()
        .flatMap(id -> handoffs.find(id).stream())
        .flatMap(this::waiting)
        .sorted(Comparator.comparing(OpenTasks.Waiting::dueAt))
        .limit(MOST_WAITING)
        .toList();
  }

  private Stream<OpenTasks.Waiting> waiting(Handoff handoff) {
    return deadlines
        .added(handoff)
        .or(() -> deadlines.running(handoff.id(), handoff.state().clock()))
        .stream()
        .map(
            deadline ->
                new OpenTasks.Waiting(
                    briefings.who(handoff.leadId()),
                    QuestionTexts.name(deadline.clock()),
                    deadline.dueAt(),
                    "/leads/" + handoff.leadId()));
  }
}
