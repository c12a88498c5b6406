package dev.baton.web.lead;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.handoff.Attempts;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.deadline.Pause;
import dev.baton.handoff.record.Handoff;
import dev.baton.input.AnswerForm;
import dev.baton.score.Contribution;
import dev.baton.web.lead.LeadView.TimelineEntry;
import java.util.List;
import java.util.Map;

/**
 * Page model of one lead.
 *
 * @param profile labels and values, in the order in which they are read
 * @param ask the answer that this reader may give now, or null
 * @param deal the latest handoff's deal, or null
 * @param qualification how it was qualified, or null
 * @param attempts how often somebody tried to reach them, or null
 */
record LeadPage(
    LeadView lead,
    Map<String, String> profile,
    LeadBriefing briefing,
    Why why,
    Ask ask,
    Deal deal,
    Qualification qualification,
    Attempts attempts,
    List<Episode> handoffs,
    List<Day> timeline) {

  /**
   * The score explained.
   *
   * @param reasons strongest first
   * @param unknown fit fields that nobody has told
   * @param enough acts that alone would make it an MQL
   */
  record Why(List<Contribution> reasons, int strongest, List<String> unknown, List<String> enough) {

    /** The bar's length in percent of the strongest reason's. */
    public int bar(Contribution reason) {
      return strongest == 0 ? 0 : Math.abs(reason.points()) * 100 / strongest;
    }
  }

  /**
   * A question that is open.
   *
   * @param question the clock's name, or {@code deal} while a deal runs
   * @param framework by which a qualification asks
   * @param forms what may be said now, by the last word of the call that takes it
   * @param claims answering makes it the reader's own
   * @param pause in which its clock stands still, or null
   */
  record Ask(
      String handoffId,
      String question,
      String framework,
      Map<String, AnswerForm> forms,
      DeadlineRow clock,
      boolean claims,
      String owner,
      Pause pause) {

    /** Whether a rule has qualified it and a person is to confirm that. */
    public boolean confirm() {
      return forms.containsKey("qualification") && !question.equals("qualification");
    }
  }

  /** One handoff with its clocks. */
  record Episode(Handoff handoff, String owner, List<DeadlineRow> clocks) {}

  /** One day of the timeline. */
  record Day(String name, List<TimelineEntry> entries) {}

  /** The clock that runs now, or null. */
  public DeadlineRow running() {
    return handoffs.isEmpty()
        ? null
        : handoffs.get(0).clocks().stream()
            .filter(clock -> clock.isRunning() && !clock.name().equals("Assignment"))
            .findFirst()
            .orElse(null);
  }
}
