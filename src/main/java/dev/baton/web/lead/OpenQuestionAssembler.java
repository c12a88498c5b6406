package dev.baton.web.lead;

import dev.baton.handoff.answer.Opportunities;
import dev.baton.handoff.answer.QuestionForms;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.deadline.Pauses;
import dev.baton.handoff.lifecycle.Pausing;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.AnswerForm;
import dev.baton.stage.Stage;
import dev.baton.web.CurrentUser;
import dev.baton.web.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Assembler of the question that a handoff asks now, for a reader who may answer it. */
@Component
class OpenQuestionAssembler {
  private final Deadlines deadlines;
  private final Pauses pauses;
  private final Pausing pausing;
  private final Opportunities opportunities;
  private final QuestionForms questions;
  private final Labels words;

  OpenQuestionAssembler(
      Deadlines deadlines,
      Pauses pauses,
      Pausing pausing,
      Opportunities opportunities,
      QuestionForms questions,
      Labels words) {
    this.deadlines = deadlines;
    this.pauses = pauses;
    this.pausing = pausing;
    this.opportunities = opportunities;
    this.questions = questions;
    this.words = words;
  }

  Optional<LeadPage.OpenQuestion> of(LeadView lead, LeadPage.Episode latest, CurrentUser user) {
    Handoff handoff = latest.handoff();
    return handoff.isClosed() || !HandoffPermissions.mayAnswer(user.person(), handoff)
        ? Optional.empty()
        : Optional.of(question(lead, latest, user));
  }

  private LeadPage.OpenQuestion question(LeadView lead, LeadPage.Episode latest, CurrentUser user) {
    Handoff handoff = latest.handoff();
    boolean dealRuns =
        handoff.state() == HandoffState.OPPORTUNITY
            && lead.stage().equals(Stage.OPPORTUNITY.name());
    Optional<Deadline> added = deadlines.added(handoff);
    Optional<Deadline> running = dealRuns ? Optional.empty() : added.or(() -> running(handoff));
    String asked = running.map(Deadline::clock).orElse(handoff.state().clock());
    String name = words.clock(asked);
    Instant now = user.clock().now();
    return new LeadPage.OpenQuestion(
        handoff.id(),
        dealRuns ? "deal" : asked,
        questions.framework(handoff),
        added.isPresent() ? Map.of() : forms(handoff, dealRuns, running, user),
        latest.clocks().stream()
            .filter(clock -> clock.isRunning() && clock.name().equals(name))
            .findFirst()
            .orElse(null),
        user.isRep() && !user.id().equals(handoff.owner()),
        latest.owner(),
        running.flatMap(clock -> pauses.running(clock, now)).orElse(null));
  }

  private Map<String, AnswerForm> forms(
      Handoff handoff, boolean dealRuns, Optional<Deadline> running, CurrentUser user) {
    Map<String, AnswerForm> forms =
        new HashMap<>(
            dealRuns
                ? questions.ofDeal(handoff, opportunities.of(handoff.id()).orElseThrow())
                : questions.of(handoff, user.oversees()));
    Instant now = user.clock().now();
    if (running.filter(clock -> pausing.isPausable(handoff, clock, now)).isPresent()) {
      forms.put("pause", questions.pause());
    }
    Locale language = user.clock().texts().language().locale();
    forms.replaceAll((question, form) -> form.in(language));
    return forms;
  }

  private Optional<Deadline> running(Handoff handoff) {
    return deadlines.of(handoff.id()).stream()
        .filter(clock -> clock.clock().equals(handoff.state().clock()))
        .filter(clock -> clock.stoppedAt() == null)
        .findFirst();
  }
}
