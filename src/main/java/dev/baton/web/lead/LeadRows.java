package dev.baton.web.lead;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of the list of leads that a person may see. */
@Component
public class LeadRows {
  private final LeadSearch list;
  private final Leads leads;
  private final Stages stages;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final People people;
  private final Clock clock;

  LeadRows(
      LeadSearch list,
      Leads leads,
      Stages stages,
      Handoffs handoffs,
      Deadlines deadlines,
      People people,
      Clock clock) {
    this.list = list;
    this.leads = leads;
    this.stages = stages;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.people = people;
    this.clock = clock;
  }

  /** A page of leads. */
  record LeadRowPage(List<LeadRow> items, @Nullable Integer next) {}

  /** Of all leads, or of the one with this id. */
  LeadRowPage page(
      @Nullable String id,
      @Nullable String stage,
      @Nullable String owner,
      int page,
      String reader) {
    return page(id, null, stage, owner, page, reader);
  }

  /** As a person looks for it: by a piece of the address. */
  LeadRowPage search(
      @Nullable String part,
      @Nullable String stage,
      @Nullable String owner,
      int page,
      String reader) {
    return page(null, part, stage, owner, page, reader);
  }

  private LeadRowPage page(
      @Nullable String id,
      @Nullable String part,
      @Nullable String stage,
      @Nullable String owner,
      int page,
      String reader) {
    Person person = people.find(reader).orElseThrow();
    String rep = person.isRep() ? person.id() : null;
    List<String> ids =
        list.ids(new LeadSearch.Filter(id, part, stage, owner, rep, person.team(), page));
    boolean more = ids.size() > LeadSearch.PAGE;
    return new LeadRowPage(
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
    Map<String, List<String>> visitors = leads.visitorIds(ids);
    Instant now = clock.instant();
    return ids.stream()
        .flatMap(
            id -> {
              Lead lead = found.get(id);
              StageEpisode episode = episodes.get(id);
              if (lead == null || episode == null) {
                return Stream.empty();
              }
              Profile profile = Profile.of(profiles.getOrDefault(id, List.of()), now);
              Handoff handoff = latest.get(id);
              return Stream.of(
                  new LeadRow(
                      lead.id(),
                      lead.email(),
                      lead.externalId(),
                      visitors.getOrDefault(id, List.of()),
                      profile.name().orElse(null),
                      profile.get("company").orElse(null),
                      episode.stage().name(),
                      episode.enteredAt(),
                      handoff == null ? null : handoff(handoff, clocks)));
            })
        .toList();
  }

  private static LeadRow.LatestHandoff handoff(
      Handoff handoff, Map<String, List<Deadline>> clocks) {
    Optional<Instant> due =
        clocks.getOrDefault(handoff.id(), List.of()).stream()
            .filter(deadline -> deadline.clock().equals(handoff.state().clock()))
            .filter(deadline -> deadline.stoppedAt() == null)
            .map(Deadline::dueAt)
            .findFirst();
    return new LeadRow.LatestHandoff(
        handoff.id(),
        handoff.state().name(),
        handoff.owner(),
        handoff.frozen().band(),
        due.orElse(null));
  }
}
