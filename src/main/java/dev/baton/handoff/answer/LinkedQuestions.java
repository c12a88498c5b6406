package dev.baton.handoff.answer;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.DeadlineSearch;
import dev.baton.handoff.record.AnswerEntry;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import org.springframework.stereotype.Component;

/** Questions that links answer, by the deadline of their round. */
@Component
class LinkedQuestions {
  private final Handoffs handoffs;
  private final DeadlineSearch deadlines;
  private final AnswerLog log;

  LinkedQuestions(Handoffs handoffs, DeadlineSearch deadlines, AnswerLog log) {
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
  }

  LinkedQuestion of(long deadlineId) {
    Deadline deadline = deadlines.find(deadlineId);
    Handoff handoff = handoffs.find(deadline.handoffId()).orElseThrow();
    AnswerEntry answer =
        log.of(handoff.id()).stream()
            .filter(entry -> entry.question().equals(deadline.clock()))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new LinkedQuestion(handoff, deadline, answer);
  }
}
