package dev.baton.alert.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.alert.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Briefing of a handoff (rule R17): who, why, how and by when, ready for any channel to render.
 *
 * @param headline the sentence that opens the message
 * @param how the suggested next step
 * @param talk what to say, or null where nobody is to be talked to
 * @param dueAt by when; channels write it in the reader's zone
 * @param path the page to open, below the public URL
 * @param items the lines of a digest; empty in any other briefing
 * @param asks the deadline whose question the reader is asked
 * @param mail what a mail of it holds besides
 */
public record LeadBriefing(
    String headline,
    @JsonUnwrapped LeadSummary lead,
    @Nullable String how,
    @Nullable TalkTrack talk,
    @Nullable Instant dueAt,
    @Nullable String path,
    List<String> items,
    @Nullable Long asks,
    @JsonUnwrapped MailParts mail) {
  private static final TalkTrack NOTHING = new TalkTrack(null, List.of(), null);

  public static final int MOST_ITEMS = 50;

  /** It is cut to what a person reads and cleaned of control characters. */
  public LeadBriefing {
    headline = SafeText.line(headline, 300);
    how = SafeText.lineOrNull(how, 500);
    items = SafeText.each(items, 500, MOST_ITEMS);
    mail = mail == null ? MailParts.NONE : mail;
  }

  /** The briefing of one notice. */
  public LeadBriefing(
      String headline,
      LeadSummary lead,
      @Nullable String how,
      @Nullable Instant dueAt,
      @Nullable String path) {
    this(headline, lead, how, null, dueAt, path, List.of(), null, MailParts.NONE);
  }

  public static LeadBriefing digest(String headline, List<String> items) {
    return note(headline, null, "/", items);
  }

  /** Something that Baton tells people: where to look, by when, and what it is about. */
  public static LeadBriefing note(
      String headline, @Nullable Instant dueAt, String path, List<String> items) {
    return new LeadBriefing(
        headline, LeadSummary.NONE, null, null, dueAt, path, items, null, MailParts.NONE);
  }

  /** The same with a next step, and what to say along with it. */
  public LeadBriefing suggesting(@Nullable String step, @Nullable TalkTrack track) {
    return new LeadBriefing(headline, lead, step, track, dueAt, path, items, asks, mail);
  }

  /** The same, and its reader learns with whom else of the company sales is talking. */
  public LeadBriefing besides(List<String> colleagues) {
    return new LeadBriefing(
        headline, lead.with(colleagues), how, talk, dueAt, path, items, asks, mail);
  }

  /** The same, and its reader may answer at once. */
  public LeadBriefing asking(long deadline) {
    return new LeadBriefing(headline, lead, how, talk, dueAt, path, items, deadline, mail);
  }

  /** The same, and a mail of it shows this in itself. */
  public LeadBriefing enclosing(String reference) {
    return new LeadBriefing(
        headline, lead, how, talk, dueAt, path, items, asks, mail.enclosing(reference));
  }

  /** The same, and a mail of it carries this into its reader's calendar. */
  public LeadBriefing carrying(MailCalendar entry) {
    return new LeadBriefing(
        headline, lead, how, talk, dueAt, path, items, asks, mail.carrying(entry));
  }

  /** What a mail shows in itself, by the name that {@link MailFigures} knows. */
  public @Nullable String encloses() {
    return mail.encloses();
  }

  /** Why the lead matters; channels say by when on their own, in the reader's zone. */
  public BriefingPart why(Wording wording) {
    return new BriefingPart(wording.label("label_why"), lead.why());
  }

  /** Where the lead can be reached; without a line where nobody is told of it. */
  public BriefingPart reach(Wording wording) {
    LeadContact contact = lead.contact();
    return contact == null
        ? BriefingPart.of(wording.label("label_reach"))
        : BriefingPart.of(
            wording.label("label_reach"),
            contact.email(),
            contact.phone(),
            contact.consent(wording));
  }

  /** What else a person reads before they talk to the lead, in that order. */
  public List<BriefingPart> parts(Wording wording) {
    TalkTrack track = Objects.requireNonNullElse(talk, NOTHING);
    LeadContact contact = lead.contact();
    return BriefingPart.said(
        BriefingPart.of(wording.label("label_words"), wording.quoted(lead.words())),
        new BriefingPart(wording.label("label_signals"), lead.signals()),
        BriefingPart.of(wording.label("label_opening"), wording.quoted(track.opening())),
        new BriefingPart(wording.label("label_questions"), track.questions()),
        BriefingPart.of(wording.label("label_asset"), track.asset()),
        new BriefingPart(wording.label("label_colleagues"), lead.colleagues()),
        BriefingPart.of(
            wording.label("label_contact"), contact == null ? null : contact.lastContact()),
        BriefingPart.of(wording.label("label_rejection"), lead.sinceNo()),
        BriefingPart.of(wording.label("label_topics"), String.join(", ", lead.topics())),
        BriefingPart.of(wording.label("label_missing"), String.join(", ", lead.missing())));
  }
}
