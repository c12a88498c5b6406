package dev.baton.alert.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Briefing of a handoff (rule R17): who, why, how and by when, ready for any channel to render.
 *
 * @param headline the sentence that opens the message
 * @param how the suggested next step
 * @param dueAt by when; channels write it in the reader's zone
 * @param path the page to open, below the public URL
 * @param items the lines of a digest; empty in any other briefing
 * @param asks the deadline whose question the reader is asked
 * @param encloses what a mail shows in itself, by the name that {@link MailFigures} knows
 * @param calendar what a mail of it carries into its reader's calendar
 */
public record LeadBriefing(
    String headline,
    @JsonUnwrapped LeadSummary lead,
    @Nullable String how,
    @Nullable Instant dueAt,
    @Nullable String path,
    List<String> items,
    @Nullable Long asks,
    @Nullable String encloses,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MailCalendar calendar) {
  public static final int MOST_ITEMS = 50;

  /** It is cut to what a person reads and cleaned of control characters. */
  public LeadBriefing {
    headline = SafeText.line(headline, 300);
    how = SafeText.lineOrNull(how, 500);
    items = SafeText.each(items, 500, MOST_ITEMS);
  }

  /** The briefing of one notice. */
  public LeadBriefing(
      String headline,
      LeadSummary lead,
      @Nullable String how,
      @Nullable Instant dueAt,
      @Nullable String path) {
    this(headline, lead, how, dueAt, path, List.of(), null, null, null);
  }

  public static LeadBriefing digest(String headline, List<String> items) {
    return note(headline, null, "/", items);
  }

  /** Something that Baton tells people: where to look, by when, and what it is about. */
  public static LeadBriefing note(
      String headline, @Nullable Instant dueAt, String path, List<String> items) {
    return new LeadBriefing(headline, LeadSummary.NONE, null, dueAt, path, items, null, null, null);
  }

  /** The same with another next step. */
  public LeadBriefing suggesting(@Nullable String step) {
    return new LeadBriefing(headline, lead, step, dueAt, path, items, asks, encloses, calendar);
  }

  /** The same, and its reader may answer at once. */
  public LeadBriefing asking(long deadline) {
    return new LeadBriefing(headline, lead, how, dueAt, path, items, deadline, encloses, calendar);
  }

  /** The same, and a mail of it shows this in itself. */
  public LeadBriefing enclosing(String reference) {
    return new LeadBriefing(headline, lead, how, dueAt, path, items, asks, reference, calendar);
  }

  /** The same, and a mail of it carries this into its reader's calendar. */
  public LeadBriefing carrying(MailCalendar entry) {
    return new LeadBriefing(headline, lead, how, dueAt, path, items, asks, encloses, entry);
  }
}
