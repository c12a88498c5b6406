package dev.baton.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.OnPostgres;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.sql.Sql;
import dev.baton.web.staff.Workloads.Workload;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a manager reads of a rep's load; nothing of this is ever seen by the application. */
@OnPostgres
@Transactional
class WorkloadsTest {
  /** Ten in the morning in Berlin, eleven at night in Auckland. */
  private static final Instant NOW = Instant.parse("2031-03-03T09:00:00Z");

  @Autowired Workloads workloads;
  @Autowired Declines declines;
  @Autowired JdbcClient db;
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final Person ann = rep("ann", "Europe/Berlin");
  private final Person bo = rep("bo", "Pacific/Auckland");

  @Test
  void today_is_the_reps_own_day_and_a_lead_that_came_back_counts_once() {
    String lead = handoff(ann, "REVIEW");
    given(ann, lead, "2031-03-02T23:30:00Z");
    given(ann, lead, "2031-03-03T08:00:00Z");
    given(ann, handoff(bo, "REVIEW"), "2031-03-02T22:30:00Z");
    given(ann, handoff(bo, "REVIEW"), "2031-02-24T08:59:59Z");
    given(bo, handoff(bo, "REVIEW"), "2031-03-02T11:30:00Z");
    given(bo, handoff(bo, "REVIEW"), "2031-03-02T10:30:00Z");

    Map<String, Workload> loads = workloads.of(List.of(ann, bo), NOW);

    assertThat(loads.get(ann.id())).isEqualTo(new Workload(1, 1, 2, 0, 0, 0));
    assertThat(loads.get(bo.id())).isEqualTo(new Workload(4, 1, 2, 0, 0, 0));
  }

  @Test
  void shuffling_and_lying_leads_show_for_thirty_days_whoever_routed_slowly() {
    String lead = handoff(ann, "REVIEW");
    round(ann, lead, "review", 1, "voided_at", "2031-03-01T09:00:00Z");
    round(ann, lead, "review", 2, "reassigned_at", "2031-03-02T09:00:00Z");
    round(ann, lead, "review", 3, "voided_at", "2031-02-01T08:59:59Z");
    round(ann, lead, "route", 1, "voided_at", "2031-03-01T09:00:00Z");
    round(bo, lead, "review", 4, "met_at", "2031-03-01T09:00:00Z");

    assertThat(workloads.of(List.of(ann, bo), NOW))
        .containsEntry(ann.id(), new Workload(1, 0, 0, 1, 1, 0))
        .containsEntry(bo.id(), new Workload(0, 0, 0, 0, 0, 0));
  }

  @Test
  void declines_are_counted_for_thirty_days_with_their_reasons() {
    String lead = handoff(bo, "REVIEW");
    declined(ann, lead, "2031-03-01T09:00:00Z", "my brother works there");
    declined(ann, lead, "2031-02-01T08:59:59Z", "long ago");

    assertThat(workloads.of(List.of(ann, bo), NOW).get(ann.id()).declined()).isEqualTo(1);
    assertThat(declines.of(ann.id(), NOW.minus(Workloads.MONTH)))
        .extracting(named -> named.decline().reason())
        .containsExactly("my brother works there");
  }

  private void declined(Person rep, String handoff, String at, String why) {
    db.sql(
            """
            insert into answer (handoff_id, question, decision, note, answered_by, answered_at)
            values (?, 'decline', ?, ?, ?, ?)
            """)
        .params(handoff, rep.id(), why, rep.id(), OffsetDateTime.parse(at))
        .update();
  }

  @Test
  void without_reps_there_is_no_load() {
    assertThat(workloads.of(List.of(), NOW)).isEmpty();
  }

  private Person rep(String name, String zone) {
    String id = name + mark;
    return new Person(id, name, id + "@x", Role.SALES, "default", ZoneId.of(zone), true);
  }

  private String handoff(Person owner, String state) {
    String id = UUID.randomUUID().toString();
    db.sql("insert into lead (id, identified, created_at) values (?, true, ?)")
        .params(id, Sql.timestamp(NOW))
        .update();
    db.sql(
            """
            insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since,
              owner, team, model, mql_at)
            values (:id, :id, true, 1, 'inbound', false, :state, :at, :owner, 'nobody-s', 'x', :at)
            """)
        .param("id", id)
        .param("state", state)
        .param("at", Sql.timestamp(NOW))
        .param("owner", owner.id())
        .update();
    return id;
  }

  private void given(Person rep, String handoff, String at) {
    db.sql(
            """
            insert into routing_entry (handoff_id, team, owner, candidates, routed_at)
            values (?, 'nobody-s', ?, '', ?)
            """)
        .params(handoff, rep.id(), Sql.timestamp(Instant.parse(at)))
        .update();
  }

  private void round(Person rep, String handoff, String clock, int round, String end, String at) {
    OffsetDateTime ended = Sql.timestamp(Instant.parse(at));
    db.sql(
            """
            insert into deadline (handoff_id, clock, round, owner, started_at, recorded_at,
              counted_from, due_at, %s)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
                .formatted(end))
        .params(handoff, clock, round, rep.id(), ended, ended, ended, ended, ended)
        .update();
  }
}
