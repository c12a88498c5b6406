package dev.baton.handoff.notice;

import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.LeadSummary;
import dev.baton.engine.Decisions;
import dev.baton.handoff.record.Handoff;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.Contribution;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scores;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalTypes;
import dev.baton.stage.StageRules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Packs what the next person needs to know of a lead (rule R17): who, why, how, by when. */
@Component
public class LeadBriefings {
  private static final int MOST_REASONS = 5;
  private static final int MOST_SIGNALS = 5;
  private static final Map<String, String> FIT_FIELDS =
      Map.of("companySize", "company size", "industry", "industry", "jobTitle", "job title");

  private final Leads leads;
  private final Accounts accounts;
  private final Scores scores;
  private final SignalTypes types;
  private final StageRules rules;
  private final PreviousHandoffs handoffs;
  private final Decisions decisions;
  private final Clock clock;

  LeadBriefings(
      Leads leads,
      Accounts accounts,
      Scores scores,
      SignalTypes types,
      StageRules rules,
      PreviousHandoffs handoffs,
      Decisions decisions,
      Clock clock) {
    this.leads = leads;
    this.accounts = accounts;
    this.scores = scores;
    this.types = types;
    this.rules = rules;
    this.handoffs = handoffs;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** A signal type as a sentence's beginning, such as "Requested a demo". */
  String label(String type) {
    return types.label(type).orElse(type);
  }

  /** Name, title and company in one line, as far as known. */
  public String who(String leadId) {
    Lead lead = leads.find(leadId).orElseThrow();
    Profile profile = profile(leadId);
    String person =
        profile.name().or(() -> Optional.ofNullable(lead.email())).orElse(lead.externalId());
    return Stream.of(Optional.ofNullable(person), profile.get("jobTitle"), company(lead, profile))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** The company that the lead named, else its account. */
  Optional<String> company(String leadId) {
    return company(leads.find(leadId).orElseThrow(), profile(leadId));
  }

  /** The pack of a handoff, with what changed since the last no. */
  public LeadBriefing of(Handoff handoff, String headline, Instant dueAt) {
    return pack(handoff.leadId(), headline, dueAt, handoffs.before(handoff).orElse(null));
  }

  /** The pack of a handoff whose lead has just done this, with what to do about it. */
  LeadBriefing onIntent(Handoff handoff, String headline, Instant dueAt, String signal) {
    return of(handoff, headline, dueAt).suggesting(step(signal));
  }

  /** What a whole team may read in its channel: the company and why, and nothing of a person. */
  LeadBriefing ofTeam(Handoff handoff, String headline, Instant dueAt) {
    Score score = scores.score(handoff.leadId(), clock.instant());
    return new LeadBriefing(
        headline,
        LeadSummary.of(company(handoff.leadId()).orElse("Company not known yet"), why(score)),
        null,
        dueAt,
        "/leads/" + handoff.leadId());
  }

  /** The pack of a lead without a handoff. */
  public LeadBriefing ofLead(String leadId, String headline) {
    return pack(leadId, headline, null, null);
  }

  private LeadBriefing pack(String leadId, String headline, Instant dueAt, String sinceNo) {
    Instant now = clock.instant();
    ScoreFacts known = scores.facts(leadId, now);
    Score score = scores.score(leadId, now);
    List<Signal> latest =
        known.signals().stream()
            .sorted(Comparator.comparing(Signal::occurredAt).reversed())
            .toList();
    return new LeadBriefing(
        headline,
        new LeadSummary(
            who(leadId),
            why(score),
            latest.stream().limit(MOST_SIGNALS).map(signal -> line(signal, now)).toList(),
            latest.stream()
                .map(signal -> signal.property("message"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null),
            topics(latest),
            sinceNo,
            missing(known)),
        how(latest),
        dueAt,
        "/leads/" + leadId);
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
        .formatted(label(signal.type()), about, ago(Duration.between(signal.occurredAt(), now)));
  }

  /** How long ago, as a person says it. */
  public static String ago(Duration age) {
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return "%d min ago".formatted(age.toMinutes());
    }
    if (age.toDays() < 1) {
      return "%d h ago".formatted(age.toHours());
    }
    return age.toDays() == 1 ? "1 day ago" : "%d days ago".formatted(age.toDays());
  }

  private static List<String> topics(List<Signal> latest) {
    return latest.stream()
        .flatMap(signal -> Stream.of(signal.property("topic"), signal.property("title")))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST_SIGNALS)
        .toList();
  }

  private List<String> missing(ScoreFacts known) {
    return Stream.of("companySize", "industry", "jobTitle")
        .filter(field -> known.profile().get(field).isEmpty())
        .map(FIT_FIELDS::get)
        .toList();
  }

  /** The suggestion for the strongest of the last signals: the table {@code suggested-step}. */
  private String how(List<Signal> latest) {
    String type =
        latest.stream()
            .map(Signal::type)
            .filter(rules::isHandRaiser)
            .findFirst()
            .or(() -> latest.stream().map(Signal::type).findFirst())
            .orElse("");
    return step(type);
  }

  private String step(String signal) {
    Map<String, Object> said = Map.of("signal", signal);
    return (String) decisions.evaluate("suggested-step", said).get(0).get("step");
  }

  private Optional<String> company(Lead lead, Profile profile) {
    return profile
        .get("company")
        .or(() -> Optional.ofNullable(lead.accountId()).flatMap(accounts::name));
  }

  private Profile profile(String leadId) {
    return Profile.of(leads.profileLog(leadId), clock.instant());
  }
}
