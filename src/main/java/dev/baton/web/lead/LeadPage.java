package dev.baton.web.lead;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.handoff.Attempts;
import dev.baton.handoff.HandoffView;
import dev.baton.handoff.answer.Deal;
import dev.baton.handoff.answer.Qualification;
import dev.baton.handoff.deadline.Pause;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.AnswerForm;
import dev.baton.input.EnumWords;
import dev.baton.score.Contribution;
import dev.baton.web.DisplayNames;
import dev.baton.web.Labels;
import dev.baton.web.ViewerClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Page model of one lead.
 *
 * @param profile labels and values, in the order in which they are read
 * @param openQuestion the answer that this reader may give now, or null
 * @param deal the latest handoff's deal, or null
 * @param colleagues people of its company with whom sales is talking now
 */
record LeadPage(
    LeadView lead,
    Map<String, String> profile,
    LeadBriefing briefing,
    Why why,
    @Nullable OpenQuestion openQuestion,
    @Nullable Deal deal,
    List<Episode> handoffs,
    List<Colleague> colleagues) {

  /**
   * The score explained.
   *
   * @param reasons strongest first
   * @param unknown fit fields that nobody has told
   * @param enough acts that alone would make it an MQL
   */
  record Why(List<Contribution> reasons, int strongest, List<String> unknown, List<String> enough) {

    static Why of(LeadView.ScoreView score, Labels words) {
      List<Contribution> reasons =
          score.contributions().stream()
              .sorted(Comparator.comparingInt(Contribution::points).reversed())
              .toList();
      return new Why(
          reasons,
          reasons.stream().mapToInt(c -> Math.abs(c.points())).max().orElse(0),
          score.missing().stream().filter(words::isField).map(words::field).toList(),
          score.missing().stream().filter(code -> !words.isField(code)).map(words::act).toList());
    }

    /** The bar's length in percent of the strongest reason's. */
    public int bar(Contribution reason) {
      return strongest == 0 ? 0 : Math.abs(reason.points()) * 100 / strongest;
    }
  }

  /**
   * A question that is open.
   *
   * @param question the clock's name, a designer's own one too, or {@code deal} while a deal runs
   * @param framework by which a qualification asks
   * @param forms what may be said now, by the last word of the call that takes it
   * @param claims answering makes it the reader's own
   * @param pause in which its clock stands still, or null
   */
  record OpenQuestion(
      String handoffId,
      String question,
      @Nullable String framework,
      Map<String, AnswerForm> forms,
      @Nullable ClockRow clock,
      boolean claims,
      @Nullable String owner,
      @Nullable Pause pause) {

    /** Whether a designer asks it, so that only the task list does. */
    public boolean isAdded() {
      return HandoffState.isAdded(question) && !question.equals("deal");
    }

    /** Whether a rule has qualified it and a person is to confirm that. */
    public boolean confirm() {
      return forms.containsKey("qualification") && !question.equals("qualification");
    }
  }

  /**
   * Somebody of the same company with whom sales is talking now.
   *
   * @param leadId null where the reader may not see that lead
   * @param text where it stands, with whom and since when
   */
  record Colleague(@Nullable String leadId, String who, String text) {}

  /** One handoff with its clocks. */
  record Episode(Handoff handoff, @Nullable String owner, List<ClockRow> clocks) {}

  /**
   * One day of a lead's timeline as a page shows it; messages that went out together are one line.
   */
  record Day(String name, List<Line> lines) {
    private static final String MESSAGE = "alert";

    /**
     * What is shown on one line.
     *
     * @param messages that went out together, the newest first; empty for anything else
     */
    record Line(TimelineEntry entry, List<TimelineEntry> messages) {}

    /** Which part of a timeline is shown. */
    enum Part {
      ALL(Set.of()),
      ACTS(Set.of("signal")),
      CONTACTS(Set.of("touch", "meeting", "handoff", "outcome")),
      STAGES(Set.of("scored", "stage", "nurture")),
      MESSAGES(Set.of(MESSAGE, "whatsapp")),
      CLOCKS(Set.of("deadline"));

      private final Set<String> whats;

      Part(Set<String> whats) {
        this.whats = whats;
      }

      public String word() {
        return EnumWords.of(this);
      }

      /** What makes no sense is everything. */
      static Part of(@Nullable String word) {
        return EnumWords.find(Part.class, word).orElse(ALL);
      }

      private boolean shows(TimelineEntry entry) {
        return this == ALL || whats.contains(entry.what());
      }
    }

    static List<Day> of(
        List<TimelineEntry> timeline, Part part, ViewerClock clock, DisplayNames names) {
      Map<String, List<TimelineEntry>> days = new LinkedHashMap<>();
      timeline.stream()
          .filter(part::shows)
          .forEach(
              entry ->
                  days.computeIfAbsent(clock.day(entry.at()), day -> new ArrayList<>())
                      .add(
                          new TimelineEntry(
                              entry.at(), entry.what(), names.of(entry.by()), entry.detail())));
      return days.entrySet().stream()
          .map(day -> new Day(day.getKey(), lines(day.getValue(), part == Part.MESSAGES)))
          .toList();
    }

    private static List<Line> lines(List<TimelineEntry> entries, boolean each) {
      List<Line> lines = new ArrayList<>();
      int from = 0;
      while (from < entries.size()) {
        int to = from + 1;
        while (!each && to < entries.size() && areMessages(entries, from, to)) {
          to++;
        }
        List<TimelineEntry> together = List.copyOf(entries.subList(from, to));
        lines.add(new Line(together.get(0), together.size() == 1 ? List.of() : together));
        from = to;
      }
      return lines;
    }

    private static boolean areMessages(List<TimelineEntry> entries, int one, int other) {
      return entries.get(one).what().equals(MESSAGE) && entries.get(other).what().equals(MESSAGE);
    }

    /** How many entries it has, each message counted. */
    public int entries() {
      return lines.stream().mapToInt(line -> Math.max(1, line.messages().size())).sum();
    }
  }

  /** How it was qualified, or null. */
  public @Nullable Qualification qualification() {
    HandoffView handoff = lead.handoff();
    return handoff == null ? null : handoff.qualification();
  }

  /** How often somebody tried to reach them, or null. */
  public @Nullable Attempts attempts() {
    HandoffView handoff = lead.handoff();
    return handoff == null ? null : handoff.attempts();
  }

  /** The clock that runs now, or null. */
  public @Nullable ClockRow running() {
    return handoffs.isEmpty()
        ? null
        : handoffs.get(0).clocks().stream()
            .filter(clock -> clock.isRunning() && !clock.isAssignment())
            .findFirst()
            .orElse(null);
  }
}
