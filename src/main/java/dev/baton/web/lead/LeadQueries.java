package dev.baton.web.lead;

import dev.baton.handoff.HandoffViews;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.lead.Suppressions;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.StageRules;
import dev.baton.stage.Stages;
import dev.baton.web.lead.LeadView.ScoreView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Queries of leads that a person may see. */
@Component
public class LeadQueries {
  private final LeadSearch list;
  private final Leads leads;
  private final LeadRecordMerge merge;
  private final Suppressions suppressions;
  private final Accounts accounts;
  private final Scores scores;
  private final Stages stages;
  private final StageRules rules;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final HandoffViews handoffViews;
  private final Timeline timeline;
  private final People people;
  private final Clock clock;

  LeadQueries(
      LeadSearch list,
      Leads leads,
      LeadRecordMerge merge,
      Suppressions suppressions,
      Accounts accounts,
      Scores scores,
      Stages stages,
      StageRules rules,
      Handoffs handoffs,
      Deadlines deadlines,
      HandoffViews handoffViews,
      Timeline timeline,
      People people,
      Clock clock) {
    this.list = list;
    this.leads = leads;
    this.merge = merge;
    this.suppressions = suppressions;
    this.accounts = accounts;
    this.scores = scores;
    this.stages = stages;
    this.rules = rules;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.handoffViews = handoffViews;
    this.timeline = timeline;
    this.people = people;
    this.clock = clock;
  }

  /** A page of leads. */
  record Page(List<LeadRow> items, Integer next) {}

  Page page(String email, String stage, String owner, int page, String reader) {
    return page(email, null, stage, owner, page, reader);
  }

  /** As a person looks for it: by a piece of the address. */
  Page search(String part, String stage, String owner, int page, String reader) {
    return page(null, part, stage, owner, page, reader);
  }

  private Page page(
      String email, String part, String stage, String owner, int page, String reader) {
    Person person = people.find(reader).orElseThrow();
    String known = leads.byEmail(email).map(Lead::email).orElse(email);
    String rep = person.isRep() ? person.id() : null;
    List<String> ids =
        list.ids(new LeadSearch.Filter(known, part, stage, owner, rep, person.team(), page));
    boolean more = ids.size() > LeadSearch.PAGE;
    return new Page(
        rows(more ? ids.subList(0, LeadSearch.PAGE) : ids),
        more ? Integer.valueOf(page + 1) : null);
  }

  /** The rows of these leads, in this order; whoever calls has looked at the rights. */
  public List<LeadRow> rows(List<String> ids) {
    Map<String, Lead> found = leads.all(ids);
    Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
    Map<String, StageEpisode> episodes = stages.current(ids);
    Map<String, Handoff> latest = handoffs.latest(ids);
    Map<String, List<Deadline>> clocks =
        deadlines.of(latest.values().stream().map(Handoff::id).toList());
    Instant now = clock.instant();
    return ids.stream()
        .map(
            id -> {
              Profile profile = Profile.of(profiles.getOrDefault(id, List.of()), now);
              Handoff handoff = latest.get(id);
              return row(
                  found.get(id),
                  profile,
                  episodes.get(id),
                  handoff,
                  handoff == null ? List.of() : clocks.getOrDefault(handoff.id(), List.of()));
            })
        .toList();
  }

  private static LeadRow row(
      Lead lead, Profile profile, StageEpisode episode, Handoff handoff, List<Deadline> clocks) {
    boolean has = handoff != null;
    return new LeadRow(
        lead.id(),
        lead.email(),
        profile.name().orElse(null),
        profile.get("company").orElse(null),
        episode.stage().name(),
        episode.enteredAt(),
        has ? handoff.id() : null,
        has ? handoff.state().name() : null,
        has ? handoff.owner() : null,
        has ? handoff.band() : null,
        has ? due(handoff, clocks) : null);
  }

  private static Instant due(Handoff handoff, List<Deadline> clocks) {
    return clocks.stream()
        .filter(deadline -> deadline.clock().equals(handoff.state().clock()))
        .filter(d -> d.metAt() == null && d.endedAt() == null && d.voidedAt() == null)
        .map(Deadline::dueAt)
        .findFirst()
        .orElse(null);
  }

  /** The lead, if this person may see it. */
  Optional<LeadView> lead(String id, String reader) {
    return lead(id, reader, CodeFormat.CODES);
  }

  /** The same, with its timeline told in another way. */
  Optional<LeadView> lead(String id, String reader, TimelineFormat format) {
    return visible(id, reader)
        .map(lead -> view(lead, lead.id().equals(id) ? null : lead.id(), format));
  }

  boolean maySee(String id, String reader) {
    return visible(id, reader).isPresent();
  }

  /** The score as it was at an instant, or would decay to; null: now. */
  ScoreView score(String id, Instant asOf) {
    return scoreView(survivor(id), asOf == null ? clock.instant() : asOf);
  }

  /** The lead that an id stands for: itself, or the one that it was merged into. */
  String survivor(String id) {
    return merge.survivor(id).orElse(id);
  }

  /** A rep sees what was handed to them or their team; the others see all. */
  private Optional<Lead> visible(String asked, String reader) {
    Person person = people.find(reader).orElseThrow();
    String id = survivor(asked);
    return leads
        .find(id)
        .filter(lead -> stages.current(id).isPresent())
        .filter(
            lead ->
                !person.isRep()
                    || Optional.ofNullable(handoffs.latest(List.of(id)).get(id))
                        .filter(handoff -> HandoffPermissions.maySee(person, handoff))
                        .isPresent());
  }

  private LeadView view(Lead lead, String mergedInto, TimelineFormat format) {
    Instant now = clock.instant();
    Profile profile = Profile.of(leads.profileLog(lead.id()), now);
    Handoff handoff = handoffs.latest(List.of(lead.id())).get(lead.id());
    return new LeadView(
        lead.id(),
        lead.email(),
        profile.name().orElse(null),
        profile.get("jobTitle").orElse(null),
        profile.get("company").orElse(null),
        Optional.ofNullable(lead.accountId()).flatMap(accounts::name).orElse(null),
        lead.source(),
        lead.campaign(),
        handoff != null
            ? handoff.channel()
            : Optional.ofNullable(lead.channel()).map(channel -> channel.word()).orElse(null),
        stages.current(lead.id()).orElseThrow().stage().name(),
        scoreView(lead.id(), now),
        handoff == null ? null : handoffViews.of(handoff),
        timeline.of(lead.id(), format),
        mergedInto,
        suppressions.of(lead.id()).map(Suppressions.Suppression::reason).orElse(null));
  }

  private ScoreView scoreView(String id, Instant asOf) {
    Score score = scores.score(id, asOf);
    return new ScoreView(
        score.total(),
        score.fit(),
        score.behaviour(),
        score.band(),
        lastNo(id, asOf).map(no -> scores.since(id, asOf, no).total()).orElse(null),
        score.model(),
        asOf,
        score.contributions(),
        rules.missing(scores.facts(id, asOf), asOf));
  }

  private Optional<Instant> lastNo(String id, Instant asOf) {
    return stages.episodes(id).stream()
        .filter(episode -> episode.stage() == Stage.RECYCLED)
        .map(StageEpisode::enteredAt)
        .filter(no -> !no.isAfter(asOf))
        .reduce((earlier, later) -> later);
  }
}
