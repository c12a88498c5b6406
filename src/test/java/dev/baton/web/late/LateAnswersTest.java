package dev.baton.web.late;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.OnPostgres;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OpenedHandoffs;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.sql.Sql;
import dev.baton.web.CurrentUser;
import dev.baton.web.ViewerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who is late and why, as a manager reads it; nothing of this is ever seen by the application. */
@OnPostgres
@Transactional
class LateAnswersTest {
  private static final Instant NOW = Instant.parse("2031-03-03T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired LateAnswers late;
  @Autowired LatePeople latePeople;
  @Autowired People people;
  @Autowired Absences absences;
  @Autowired OpenedHandoffs opened;
  @Autowired Handoffs handoffs;
  @Autowired JdbcClient db;
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private String rep(String name, @Nullable Integer openCap) {
    String id = name + mark;
    people.save(
        new Person(id, id, id + "@x", Role.SALES, "team-" + mark, ZoneOffset.UTC, true)
            .with(new RoutingTerms(null, null, Set.of(), 1, null, openCap)));
    return id;
  }

  /** A lead of somebody, whose review is due then. */
  private String owes(String owner, Instant dueAt) {
    String id = UUID.randomUUID().toString();
    db.sql("insert into lead (id, identified, created_at) values (?, true, ?)")
        .params(id, Sql.timestamp(NOW))
        .update();
    db.sql(
            """
            insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state, since,
              owner, team, model, mql_at)
            values (:id, :id, true, 1, 'inbound', false, 'REVIEW', :at, :owner, 'x', 'x', :at)
            """)
        .param("id", id)
        .param("at", Sql.timestamp(dueAt.minus(HOUR.multipliedBy(4))))
        .param("owner", owner)
        .update();
    db.sql(
            """
            insert into deadline (handoff_id, clock, round, owner, started_at, recorded_at,
              counted_from, due_at, warn_at)
            values (:id, 'review', 1, :owner, :from, :from, :from, :due, :warn)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("from", Sql.timestamp(dueAt.minus(HOUR.multipliedBy(4))))
        .param("due", Sql.timestamp(dueAt))
        .param("warn", Sql.timestamp(dueAt.minus(HOUR)))
        .update();
    return id;
  }

  private void away(String rep, Instant from, @Nullable Instant to) {
    absences.add(new Absence(UUID.randomUUID().toString(), rep, from, to, null, rep, NOW, null));
  }

  private List<LateAnswers.Row> read(String owner) {
    Person mona = new Person("mona", "Mona", "m@x", Role.MANAGER, null, ZoneOffset.UTC, true);
    return late.rows(new CurrentUser(mona, new ViewerClock(ZoneOffset.UTC, NOW)), owner);
  }

  @Test
  void an_answer_is_late_because_its_owner_is_or_was_away() {
    String ann = rep("ann", null);
    owes(ann, NOW.minus(HOUR));
    away(ann, NOW.minus(HOUR.multipliedBy(3)), NOW.minus(HOUR.multipliedBy(2)));
    assertThat(read(ann))
        .extracting(LateAnswers.Row::why)
        .containsExactly("was away, never opened");

    away(ann, NOW.minus(HOUR), null);

    assertThat(read(ann))
        .extracting(LateAnswers.Row::why)
        .containsExactly("away now, never opened");
  }

  @Test
  void an_absence_after_it_was_due_is_no_reason() {
    String ann = rep("ann", null);
    owes(ann, NOW.minus(HOUR.multipliedBy(3)));
    away(ann, NOW.minus(HOUR.multipliedBy(2)), NOW.minus(HOUR));
    assertThat(read(ann)).extracting(LateAnswers.Row::why).containsExactly("never opened");
  }

  @Test
  void or_because_they_have_as_many_as_they_may_or_twice_the_middle_reps() {
    String ann = rep("ann", 2);
    owes(ann, NOW.minus(HOUR));
    owes(ann, NOW.plus(HOUR.multipliedBy(9)));
    assertThat(read(ann))
        .extracting(LateAnswers.Row::why)
        .containsExactly("overloaded: 2 of 2 open leads, never opened", null);

    String bo = rep("bo", null);
    for (int i = 0; i < 60; i++) {
      owes(bo, NOW.minus(HOUR));
    }
    assertThat(read(bo).get(0).why()).startsWith("overloaded: 60 open leads");
  }

  @Test
  void or_because_it_was_paused_and_who_opened_it_is_told_apart() {
    String ann = rep("ann", null);
    String lead = owes(ann, NOW.minus(HOUR));
    db.sql(
            """
            insert into pause (deadline_id, reason, paused_by, from_at, until_at)
            select id, 'other', :ann, due_at, due_at from deadline where handoff_id = :lead
            """)
        .param("ann", ann)
        .param("lead", lead)
        .update();
    opened.opened(handoffs.find(lead).orElseThrow(), "somebody", NOW);
    assertThat(read(ann).get(0).why()).isEqualTo("was paused, never opened");

    opened.opened(handoffs.find(lead).orElseThrow(), ann, NOW);
    opened.opened(handoffs.find(lead).orElseThrow(), ann, NOW);

    assertThat(read(ann).get(0).why()).isEqualTo("was paused, opened, not answered");
  }

  @Test
  void who_is_late_comes_first_with_what_is_at_risk_and_open() {
    String ann = rep("ann", 2);
    String bo = rep("bo", null);
    String cleo = rep("cleo", null);
    owes(ann, NOW.minus(HOUR));
    owes(ann, NOW.plus(HOUR.dividedBy(2)));
    owes(bo, NOW.plus(HOUR.multipliedBy(9)));

    List<LatePeople.Row> rows =
        latePeople.rows(NOW).stream()
            .filter(row -> row.rep().person().id().endsWith(mark))
            .toList();

    assertThat(rows).extracting(row -> row.rep().person().id()).containsExactly(ann, bo);
    assertThat(rows).extracting(LatePeople.Row::late).containsExactly(1L, 0L);
    assertThat(rows).extracting(LatePeople.Row::atRisk).containsExactly(1L, 0L);
    assertThat(rows).extracting(LatePeople.Row::isFull).containsExactly(true, false);

    away(cleo, NOW.minus(HOUR), null);
    assertThat(latePeople.rows(NOW))
        .extracting(row -> row.rep().person().id())
        .as("who is away is news")
        .contains(cleo);
  }
}
