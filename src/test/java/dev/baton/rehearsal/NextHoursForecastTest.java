package dev.baton.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.Role;
import dev.baton.rehearsal.forecast.ForecastEvent;
import dev.baton.rehearsal.forecast.ForecastEvent.What;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the forecast says is what happens when nobody answers. */
class NextHoursForecastTest {
  private static final Duration WAIT = Duration.ofMinutes(2);

  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @Test
  void what_is_foretold_is_what_happens_when_nobody_answers() {
    house.hire("cleo", Role.SALES, "default");
    List<LeadActor> leads = livesOfLeads();
    goesAway("ben", Duration.ofHours(7), Duration.ofHours(41), new Absence.HandOver(null));
    goesAway("rita", Duration.ofHours(20), Duration.ofHours(30), null);
    List<Long> before = rows();

    NextHours forecast = forecast();

    assertThat(rows()).as("nothing is left behind").isEqualTo(before);
    assertThat(forecast.failures()).isEmpty();
    assertThat(forecast.leftOut()).isZero();
    assertThat(forecast.handoffs()).isGreaterThanOrEqualTo(leads.size() - 1);
    Instant now = house.now();
    timePasses(forecast.until());
    assertThat(forecast.rows().stream().filter(row -> row.what() == What.MISSED).map(this::told))
        .hasSizeGreaterThan(leads.size())
        .containsExactlyInAnyOrderElementsOf(missedSince(now));
    assertThat(
            forecast.rows().stream()
                .filter(row -> row.what() == What.REASSIGNED)
                .map(row -> "%s %s to %s".formatted(row.at(), row.leadId(), row.to())))
        .hasSizeGreaterThan(leads.size() / 2)
        .containsExactlyInAnyOrderElementsOf(reassignedSince(now));
    assertThat(
            forecast.rows().stream()
                .filter(row -> row.what() == What.REMINDER || row.what() == What.ESCALATION)
                .map(
                    row ->
                        "%s %s %s %s"
                            .formatted(row.at(), row.what().word(), row.leadId(), row.to())))
        .hasSizeGreaterThan(2 * leads.size())
        .containsExactlyInAnyOrderElementsOf(toldSince(now));
  }

  /** One is new, one accepted, one about to be reassigned, one about to be reminded again. */
  private List<LeadActor> livesOfLeads() {
    List<LeadActor> leads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leads.add(house.lead("early%d@acme%d.example".formatted(i, i)).whoFits().requestsDemo());
      house.passes(Duration.ofMinutes(17));
    }
    LeadActor accepted = leads.get(1);
    house.rep(Objects.requireNonNull(accepted.handoff().owner())).accepts(accepted);
    LeadActor touched = leads.get(2);
    var owner = house.rep(Objects.requireNonNull(touched.handoff().owner()));
    owner.accepts(touched);
    owner.qualifies(touched);
    house.passes(Duration.ofHours(7).plusMinutes(3));
    for (int i = 0; i < 4; i++) {
      leads.add(house.lead("late%d@corp%d.example".formatted(i, i)).whoFits().requestsDemo());
      house.passes(Duration.ofMinutes(23));
    }
    assertThat(leads).extracting(LeadActor::handoff).doesNotContainNull();
    return leads;
  }

  private void goesAway(String rep, Duration from, Duration to, Absence.HandOver handOver) {
    Instant now = house.now();
    house
        .bean(Absences.class)
        .add(
            new Absence(
                "of-" + rep, rep, now.plus(from), now.plus(to), null, "mona", now, handOver));
  }

  private NextHours forecast() {
    return Objects.requireNonNull(
        house.bean(NextHoursForecasts.class).of(List.of()).await(WAIT).result());
  }

  /** As in the application, which looks each minute; here nothing comes between. */
  private void timePasses(Instant until) {
    TreeSet<Instant> sweeps = new TreeSet<>();
    for (Instant at = house.now(); at.isBefore(until); at = at.plus(Duration.ofMinutes(5))) {
      sweeps.add(at);
    }
    sweeps.add(until);
    for (Instant at : sweeps) {
      house.passes(Duration.between(house.now(), at));
      house.sweeps();
    }
  }

  private String told(ForecastEvent row) {
    return "%s %s %s %s".formatted(row.at(), row.leadId(), row.clock(), row.owner());
  }

  private Stream<String> strings(String sql, Instant since) {
    return house
        .db()
        .sql(sql)
        .param("since", Sql.timestamp(since))
        .query((row, number) -> Sql.instant(row, "at") + " " + row.getString("what"))
        .list()
        .stream();
  }

  private List<String> missedSince(Instant since) {
    return strings(
            """
            select d.missed_at as at, concat(h.lead_id, ' ', d.clock, ' ', d.owner) as what
            from deadline d join handoff h on h.id = d.handoff_id where d.missed_at > :since
            """,
            since)
        .toList();
  }

  private List<String> reassignedSince(Instant since) {
    return strings(
            """
            select a.answered_at as at, concat(h.lead_id, ' to ', a.decision) as what
            from answer a join handoff h on h.id = a.handoff_id
            where a.question = 'reassign' and a.answered_at > :since
            """,
            since)
        .toList();
  }

  private List<String> toldSince(Instant since) {
    return strings(
            """
            select distinct recorded_at as at, concat(kind, ' ', lead_id, ' ', recipient) as what
            from notice where kind in ('reminder', 'escalation') and recorded_at > :since
              and state <> 'skipped'
            """,
            since)
        .toList();
  }

  private List<Long> rows() {
    return Stream.of("lead", "handoff", "deadline", "notice", "answer", "routing_entry")
        .map(table -> house.db().sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }
}
