package dev.baton.web.lead.search;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ListPage;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.people.Person;
import dev.baton.score.Scores;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of the list of leads that a person may see. */
@Component
public class LeadRows {
  static final int MOST = 10_000;
  private static final int CHUNK = 500;

  private final LeadSearch list;
  private final Leads leads;
  private final Stages stages;
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final Scores scores;
  private final Clock clock;

  LeadRows(
      LeadSearch list,
      Leads leads,
      Stages stages,
      Handoffs handoffs,
      Deadlines deadlines,
      Scores scores,
      Clock clock) {
    this.list = list;
    this.leads = leads;
    this.stages = stages;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.scores = scores;
    this.clock = clock;
  }

  /** A page of leads. */
  public record LeadRowPage(List<LeadRow> items, @Nullable Integer next) {}

  /** A page of those that this person may see. */
  LeadRowPage page(LeadFilter filter, int page, Person reader) {
    List<String> ids = list.ids(filter, reader, page * LeadSearch.PAGE, LeadSearch.PAGE + 1);
    ListPage<String> one = ListPage.of(ids, LeadSearch.PAGE, page);
    return new LeadRowPage(rows(one.items()), one.next());
  }

  /** All of them, at most {@value #MOST}, for a file. */
  List<LeadRow> all(LeadFilter filter, Person reader) {
    List<LeadRow> rows = new ArrayList<>();
    List<String> ids = list.ids(filter, reader, 0, MOST);
    for (int from = 0; from < ids.size(); from += CHUNK) {
      rows.addAll(rows(ids.subList(from, Math.min(from + CHUNK, ids.size()))));
    }
    return rows;
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
    Map<String, Integer> recorded = scores.lastRecorded(ids);
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
                      new LeadRow.Identities(
                          lead.email(), lead.externalId(), visitors.getOrDefault(id, List.of())),
                      profile.name().orElse(null),
                      profile.get("company").orElse(null),
                      episode.stage().name(),
                      episode.enteredAt(),
                      new LeadRow.Origin(lead.source(), lead.campaign()),
                      recorded.get(id),
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
