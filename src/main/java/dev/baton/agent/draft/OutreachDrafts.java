package dev.baton.agent.draft;

import dev.baton.alert.text.Wording;
import dev.baton.engine.DecisionRow;
import dev.baton.engine.Decisions;
import dev.baton.handoff.notice.LeadBriefings;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.nurture.mail.Placeholders;
import dev.baton.signal.Signal;
import dev.baton.signal.Signals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drafts of what a rep could write, from the table {@code outreach-draft}: by what the draft is for
 * and the latest signal that says something. Nothing is sent by itself.
 */
@Component
public class OutreachDrafts {
  static final String OUTREACH = "outreach";
  static final String REVIVE = "revive";
  static final String MEETING = "meeting";
  static final String TALK = "talk";

  private static final Duration RECENT = Duration.ofDays(90);

  /** What happens to a mail or to a company says nothing of what the person wants. */
  private static final Set<String> SILENT =
      Set.of(
          "page_view",
          "email_opened",
          "email_clicked",
          "email_bounced",
          "unsubscribed",
          "newsletter_signup",
          "funding_event",
          "hiring_event",
          "meeting_held",
          "rep_engaged");

  private final Decisions decisions;
  private final Leads leads;
  private final Signals signals;
  private final LeadBriefings briefings;
  private final Clock clock;

  OutreachDrafts(
      Decisions decisions, Leads leads, Signals signals, LeadBriefings briefings, Clock clock) {
    this.decisions = decisions;
    this.leads = leads;
    this.signals = signals;
    this.briefings = briefings;
    this.clock = clock;
  }

  /** A first message, with what it rests on. */
  public OutreachDraft of(String leadId) {
    Instant now = clock.instant();
    DecisionRow row = row(OUTREACH, leadId, now);
    Profile profile = Profile.of(leads.profileLog(leadId), now);
    return new OutreachDraft(
        row.optionalText("subject")
            .filter(text -> !text.equals("-"))
            .map(text -> Placeholders.fill(text, profile))
            .orElse(""),
        text(row, profile),
        reasons(leadId));
  }

  String text(String occasion, String leadId) {
    Instant now = clock.instant();
    return text(row(occasion, leadId, now), Profile.of(leads.profileLog(leadId), now));
  }

  private DecisionRow row(String occasion, String leadId, Instant now) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("occasion", occasion);
    inputs.put("signal", signal(leadId, now));
    return decisions.row("outreach-draft", inputs);
  }

  private static String text(DecisionRow row, Profile profile) {
    return Placeholders.fill(row.text("draft").replace("\\n", "\n"), profile);
  }

  List<String> reasons(String leadId) {
    return briefings.ofLead(leadId, Wording.ENGLISH).lead().signals();
  }

  private @Nullable String signal(String leadId, Instant now) {
    return signals.of(leadId, now.minus(RECENT)).stream()
        .filter(signal -> !SILENT.contains(signal.type()))
        .reduce((earlier, later) -> later)
        .map(Signal::type)
        .orElse(null);
  }
}
