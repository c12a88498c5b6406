package dev.baton.handoff.notice;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.alert.message.TalkTrack;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.handoff.record.Handoff;
import dev.baton.input.Sentences;
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
      Map.of(
          "companySize",
          "field_company_size",
          "industry",
          "field_industry",
          "jobTitle",
          "field_job_title");

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
  LeadBriefing of(Handoff handoff, Text headline, @Nullable Instant dueAt, Wording wording) {
    return briefing(handoff.leadId(), handoff, headline, dueAt, wording);
  }

  /** The same for a page, which has headlines of its own. */
  public LeadBriefing of(Handoff handoff, Wording wording) {
    return of(handoff, Text.literal(""), null, wording);
  }

  /** The briefing on a handoff whose lead has just done this, with what to do about it. */
  LeadBriefing onIntent(
      Handoff handoff, Text headline, @Nullable Instant dueAt, String signal, Wording wording) {
    Playbook.Advice advice = playbook.after(signal, handoff);
    return of(handoff, headline, dueAt, wording)
        .suggesting(step(advice, wording), talk(advice, wording));
  }

  /** What a whole team may read in its channel: the company and why, and nothing of a person. */
  LeadBriefing ofTeam(Handoff handoff, Text headline, @Nullable Instant dueAt, Wording wording) {
    KnownLead lead = leads.of(handoff.leadId());
    Score score = lead.score();
    return new LeadBriefing(
        wording.say(headline),
        LeadSummary.of(
            lead.company().orElse(wording.label("company_unknown")), why(score, wording)),
        null,
        dueAt,
        "/leads/" + handoff.leadId());
  }

  /** The briefing on a lead without a handoff. */
  public LeadBriefing ofLead(String leadId, Text headline, Wording wording) {
    return briefing(leadId, null, headline, null, wording);
  }

  /** The same for a page. */
  public LeadBriefing ofLead(String leadId, Wording wording) {
    return ofLead(leadId, Text.literal(""), wording);
  }

  private LeadBriefing briefing(
      String leadId,
      @Nullable Handoff handoff,
      Text headline,
      @Nullable Instant dueAt,
      Wording wording) {
    Instant now = clock.instant();
    KnownLead lead = leads.of(leadId);
    ScoreFacts known = lead.facts();
    Score score = lead.score();
    RecentSignals signals = RecentSignals.of(known);
    Playbook.Advice advice = playbook.after(signals, handoff);
    return new LeadBriefing(
            wording.say(headline),
            new LeadSummary(
                lead.who(),
                why(score, wording),
                signals.latest().stream()
                    .limit(MOST_SIGNALS)
                    .map(signal -> line(signal, now, wording))
                    .toList(),
                signals.message().orElse(null),
                signals.topics(),
                handoff == null ? null : handoffs.before(handoff, wording).orElse(null),
                missing(known, wording),
                contacts.of(lead, handoff, now, wording)),
            null,
            dueAt,
            "/leads/" + leadId)
        .suggesting(step(advice, wording), talk(advice, wording));
  }

  private static @Nullable String step(Playbook.Advice advice, Wording wording) {
    String step = advice.step();
    return step == null ? null : said(step, wording);
  }

  /** What is said to a lead is in the lead's language, and so as the table has it. */
  private static @Nullable TalkTrack talk(Playbook.Advice advice, Wording wording) {
    TalkTrack talk = advice.talk();
    return talk == null || talk.asset() == null
        ? talk
        : new TalkTrack(talk.opening(), talk.questions(), said(talk.asset(), wording));
  }

  /** What a table says that ships, in the reader's language; other words are as they are. */
  private static String said(String words, Wording wording) {
    return Sentences.in(wording.language().locale(), words);
  }

  private static List<String> why(Score score, Wording wording) {
    List<String> why = new ArrayList<>();
    why.add(
        wording.say(
            Text.of("score", Map.of("score", score.total(), "band", said(score.band(), wording)))));
    score.contributions().stream()
        .sorted(Comparator.comparingInt(Contribution::points).reversed())
        .filter(contribution -> contribution.points() != 0 || !contribution.evidence().isEmpty())
        .limit(MOST_REASONS)
        .map(c -> "%+d %s".formatted(c.points(), said(c.reason(), wording)))
        .forEach(why::add);
    return why;
  }

  private String line(Signal signal, Instant now, Wording wording) {
    String about =
        Stream.of("asset", "title", "page", "topic")
            .map(signal::property)
            .filter(Objects::nonNull)
            .findFirst()
            .map(text -> ": " + text.replace('_', ' '))
            .orElse("");
    return "%s%s, %s"
        .formatted(
            types.label(signal.type()).map(label -> said(label, wording)).orElse(signal.type()),
            about,
            wording.say(Age.of(signal.occurredAt(), now).text()));
  }

  private static List<String> missing(ScoreFacts known, Wording wording) {
    return Stream.of("companySize", "industry", "jobTitle")
        .filter(field -> known.profile().get(field).isEmpty())
        .map(field -> wording.label(FIT_FIELDS.getOrDefault(field, field)))
        .toList();
  }
}
