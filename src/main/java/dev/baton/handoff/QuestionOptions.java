package dev.baton.handoff;

import dev.baton.alert.message.OpenTasks;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.lifecycle.Pausing;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.RejectionTaxonomy;
import dev.baton.input.AnswerForm;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Options of the open question as a message offers them: review it, pause it. */
@Component
class QuestionOptions {
  private final Deadlines deadlines;
  private final Pausing pausing;
  private final RejectionTaxonomy taxonomy;
  private final Clock clock;

  QuestionOptions(Deadlines deadlines, Pausing pausing, RejectionTaxonomy taxonomy, Clock clock) {
    this.deadlines = deadlines;
    this.pausing = pausing;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  OpenTasks.Open open(Handoff handoff) {
    HandoffState state = handoff.state();
    boolean pausable =
        deadlines
            .running(handoff.id(), state.clock())
            .filter(deadline -> pausing.isPausable(handoff, deadline, clock.instant()))
            .isPresent();
    AnswerForm pause = pausable ? AnswerSchema.PAUSE.without("until") : null;
    return new OpenTasks.Open(state.clock(), review(state), pause);
  }

  @Nullable AnswerForm review(HandoffState state) {
    return state == HandoffState.REVIEW ? taxonomy.in(AnswerSchema.REVIEW, state) : null;
  }
}
