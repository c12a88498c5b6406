package dev.baton.handoff.notice;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.handoff.record.Handoff;
import dev.baton.score.Contribution;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalTypes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Briefings on what the next person needs to know of a lead (rule R17): who, why, how, by when. */
@Component
public class LeadBriefings {
  private static final int MOST_REASONS = 5;
  private static final int MOST_SIGNALS = 5;
  private static final Map<String, String> FIT_FIELDS =
      Map.of("companySize", "company size", "industry", "industry", "jobTitle", "job title");

  private final KnownLeads leads;
  private final SignalTypes types;
  private final Playbook playbook;
  private final LeadContacts contacts;
  private final PreviousHandoffs handoffs;
  private final Clock clock;

  LeadBriefings(
      KnownLeads leads,
      SignalTypes types,
      Playbook playbook,
      LeadContacts contacts,
      PreviousHandoffs handoffs,
      Clock clock) {
    this.leads = leads;
    this.types = types;
    this.playbook = playbook;
    this.contacts = contacts;
    this.handoffs = handoffs;
    this.clock = clock;
  }

  /** Name, title and company in one line, as far as known. */
  public String who(String leadId) {
    return leads.of(leadId).who();
  }

  /** Several leads will be told of: what is known of them is read at once. */
  void prepare(Collection<Handoff> handoffs) {
    leads.prepare(handoffs.stream().map(Handoff::leadId).toList());
    contacts.prepare(handoffs);
  }

  /** The briefing on a handoff, with what changed since the last no. */
  public LeadBriefing of(Handoff handoff, String headline, @Nullable Instant dueAt) {
    return briefing(handoff.leadId(), handoff, headline, dueAt);
  }

  /** The briefing on a handoff whose lead has just done this, with what to do about it. */
  LeadBriefing onIntent(Handoff handoff, String headline, @Nullable Instant dueAt, String signal) {
    Playbook.Advice advice = playbook.after(signal, handoff);
    return of(handoff, headline, dueAt).suggesting(advice.step(), advice.talk());
  }

  /** What a whole team may read in its channel: the company and why, and nothing of a person. */
  LeadBriefing ofTeam(Handoff handoff, String headline, @Nullable Instant dueAt) {
    KnownLead lead = leads.of(handoff.leadId());
    Score score = lead.score();
    return new LeadBriefing(
        headline,
        LeadSummary.of(lead.company().orElse("Company not known yet"), why(score)),
        null,
        dueAt,
        "/leads/" + handoff.leadId());
  }

  /** The briefing on a lead without a handoff. */
  public LeadBriefing ofLead(String leadId, String headline) {
    return briefing(leadId, null, headline, null);
  }

  private LeadBriefing briefing(
      String leadId, @Nullable Handoff handoff, String headline, @Nullable Instant dueAt) {
    Instant now = clock.instant();
    KnownLead lead = leads.of(leadId);
    ScoreFacts known = lead.facts();
    Score score = lead.score();
    RecentSignals signals = RecentSignals.of(known);
    Playbook.Advice advice = playbook.after(signals, handoff);
    return new LeadBriefing(
            headline,
            new LeadSummary(
                lead.who(),
                why(score),
                signals.latest().stream()
                    .limit(MOST_SIGNALS)
                    .map(signal -> line(signal, now))
                    .toList(),
                signals.message().orElse(null),
                signals.topics(),
                handoff == null ? null : handoffs.before(handoff).orElse(null),
                missing(known),
                contacts.of(lead, handoff, now)),
            advice.step(),
            dueAt,
            "/leads/" + leadId)
        .suggesting(advice.step(), advice.talk());
  }

  private static List<String> why(Score score) {
    List<String> why = new ArrayList<>();
    why.add("Score %d (%s)".formatted(score.total(), score.band()));
    score.contributions().stream()
        .sorted(Comparator.comparingInt(Contribution::points).reversed())
        .filter(contribution -> contribution.points() != 0 || !contribution.evidence().isEmpty())
        .limit(MOST_REASONS)
        .map(c -> "%+d %s".formatted(c.points(), c.reason()))
        .forEach(why::add);
    return why;
  }

  private String line(Signal signal, Instant now) {
    String about =
        Stream.of("asset", "title", "page", "topic")
            .map(signal::property)
            .filter(Objects::nonNull)
            .findFirst()
            .map(text -> ": " + text.replace('_', ' '))
            .orElse("");
    return "%s%s, %s"
        .formatted(
            types.label(signal.type()).orElse(signal.type()),
            about,
            Age.of(signal.occurredAt(), now).words());
  }

  private static List<String> missing(ScoreFacts known) {
    return Stream.of("companySize", "industry", "jobTitle")
        .filter(field -> known.profile().get(field).isEmpty())
        .map(FIT_FIELDS::get)
        .toList();
  }
}
