package dev.baton.insight.cockpit;

import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.sql.RecordRows;
import jakarta.ws.rs.ForbiddenException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads behind the processes that Cockpit shows by ids, for whoever reads all leads. */
@Component
public class CockpitLeads {
  private static final int MOST = 50;

  private final JdbcClient db;
  private final Leads leads;
  private final People people;
  private final Clock clock;

  CockpitLeads(JdbcClient db, Leads leads, People people, Clock clock) {
    this.db = db;
    this.leads = leads;
    this.people = people;
    this.clock = clock;
  }

  /** Whether somebody reads leads and the pages of figures; designers don't. */
  public record Viewer(boolean readsLeads) {}

  /**
   * A handoff and who it is about.
   *
   * @param state the question that is asked; of one that ended, how it ended
   * @param at ISO 8601: of an open one when its answer is due, of one that ended its end
   */
  public record LeadInProcess(
      String handoffId,
      String leadId,
      @Nullable String person,
      @Nullable String company,
      String state,
      @Nullable String owner,
      @Nullable String at) {}

  /**
   * The first 50 of each.
   *
   * @param open the soonest due first
   * @param ended the latest first: their processes are over, and Cockpit shows those no more
   */
  public record LeadsInProcess(List<LeadInProcess> open, List<LeadInProcess> ended) {}

  /** Of a handoff, before it is known who it is about. */
  private record HandoffRow(
      String id, String leadId, String state, @Nullable String owner, @Nullable Instant at) {}

  Viewer viewer(String by) {
    return new Viewer(
        people.find(by).filter(person -> person.role().may(Right.READ_ALL)).isPresent());
  }

  LeadsInProcess inProcess(String by) {
    if (!viewer(by).readsLeads()) {
      throw new ForbiddenException("You see figures here, and no leads");
    }
    return new LeadsInProcess(
        named(
            """
            select h.id, h.lead_id, h.state, h.owner, min(d.due_at) as "at" from handoff h
            left join deadline d
              on d.handoff_id = h.id and d.is_running = true and d.clock <> 'route'
            where h.is_open = true and h.state <> 'CLOSED'
            group by h.id, h.lead_id, h.state, h.owner
            order by case when min(d.due_at) is null then 1 else 0 end, min(d.due_at), h.id
            fetch first :most rows only
            """),
        named(
            """
            select id, lead_id, result as state, owner, closed_at as "at" from handoff
            where closed_at is not null and result <> 'erased'
            order by closed_at desc, id fetch first :most rows only
            """));
  }

  private List<LeadInProcess> named(String query) {
    List<HandoffRow> rows =
        db.sql(query).param("most", MOST).query(RecordRows.of(HandoffRow.class)).list();
    Map<String, Profile> profiles = profiles(rows.stream().map(HandoffRow::leadId).toList());
    return rows.stream()
        .map(
            row -> {
              Profile profile = profiles.getOrDefault(row.leadId(), new Profile(Map.of()));
              return new LeadInProcess(
                  row.id(),
                  row.leadId(),
                  profile.name().orElse(null),
                  profile.get("company").orElse(null),
                  row.state(),
                  name(row.owner()),
                  row.at() == null ? null : row.at().toString());
            })
        .toList();
  }

  private Map<String, Profile> profiles(List<String> leadIds) {
    Instant now = clock.instant();
    return leadIds.isEmpty()
        ? Map.of()
        : leads.profileLogs(leadIds).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, log -> Profile.of(log.getValue(), now)));
  }

  private @Nullable String name(@Nullable String id) {
    return id == null ? null : people.find(id).map(Person::name).orElse(id);
  }
}
