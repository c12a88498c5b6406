package dev.baton.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.FileDecisions;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.input.InvalidInput;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.Role;
import dev.baton.rehearsal.NextHoursQueries.Answer;
import dev.baton.rehearsal.NextHoursQueries.Asked;
import dev.baton.rehearsal.forecast.ForecastEvent;
import dev.baton.rehearsal.forecast.ForecastEvent.What;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the forecast says is what happens when nobody answers. */
@Tag("nightly")
class NextHoursForecastTest {
  private static final Duration WAIT = Duration.ofMinutes(2);

  @RegisterExtension final HandoffScenario house = new HandoffScenario();

  @BeforeEach
  void open() {
    house.bean(NextHoursForecasts.class).forget();
  }

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

  @Test
  void who_asks_sees_what_is_theirs_and_where_it_breaks() {
    List<LeadActor> leads = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      leads.add(house.lead("ada%d@acme%d.example".formatted(i, i)).whoFits().requestsDemo());
    }
    goesAway("ben", Duration.ofHours(1), Duration.ofHours(30), null);
    NextHoursQueries queries = house.bean(NextHoursQueries.class);
    Asked everything = new Asked(null, null, Locale.ENGLISH);

    Answer all = queries.of(everything, List.of(), "mona", WAIT);

    assertThat(all.state()).isEqualTo(NextHoursQueries.State.DONE);
    assertThat(all.sentences().get(0))
        .isEqualTo(
            "Monday 2 March, 13:00: 6 overdue (ben 3, rita 3), ben is away until Tue 3 Mar, 15:00.");
    assertThat(all.sentences()).last().asString().contains("changes of owner: to ");
    Answer bens = queries.of(everything, List.of(), "ben", WAIT);
    assertThat(bens.rows())
        .isNotEmpty()
        .hasSizeLessThan(all.rows().size())
        .allMatch(row -> row.concerns("ben"));
    assertThat(queries.of(new Asked("ben", null, Locale.ENGLISH), List.of(), "mona", WAIT))
        .isEqualTo(bens);
    String lead = leads.get(0).id();
    assertThat(queries.of(new Asked(null, lead, Locale.ENGLISH), List.of(), "rita", WAIT).rows())
        .isNotEmpty()
        .allMatch(row -> row.leadId().equals(lead));
    assertThatThrownBy(
            () -> queries.of(new Asked("ben", null, Locale.ENGLISH), List.of(), "rita", WAIT))
        .hasMessageContaining("what is yours");
    house.opens("north");
    house
        .db()
        .sql("update handoff set team = 'north', owner = 'ben' where lead_id = :lead")
        .param("lead", lead)
        .update();
    assertThatThrownBy(
            () -> queries.of(new Asked(null, lead, Locale.ENGLISH), List.of(), "rita", WAIT))
        .hasMessageContaining("There is no lead");
    assertThatThrownBy(
            () -> queries.of(new Asked("nobody", null, Locale.ENGLISH), List.of(), "mona", WAIT))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void a_proposal_changes_what_is_foretold_and_nothing_else() {
    house.lead("ada@acme.example").whoFits().requestsDemo();
    ModelFile later =
        new ModelFile(
            "escalation-ladder.dmn",
            FileDecisions.xml("escalation-ladder")
                .replace("<text>8 * 60</text>", "<text>16 * 60</text>"));

    NextHours now = forecast();
    NextHours then =
        Objects.requireNonNull(
            house.bean(NextHoursForecasts.class).of(List.of(later)).await(WAIT).result());

    assertThat(firstReassigned(now)).isEqualTo(house.now().plus(Duration.ofHours(12)));
    assertThat(firstReassigned(then)).isEqualTo(house.now().plus(Duration.ofHours(20)));
  }

  @Test
  void of_more_than_five_hundred_those_that_are_due_first_are_played_on() {
    for (int lead = 0; lead < 500; lead++) {
      house.lead("p%d@early%d.example".formatted(lead, lead)).requestsDemo();
    }
    timePasses(house.now().plus(Duration.ofHours(1)));
    List<String> late = new ArrayList<>();
    for (int lead = 0; lead < 3; lead++) {
      late.add(house.lead("p%d@late%d.example".formatted(lead, lead)).requestsDemo().id());
    }

    NextHours forecast = forecast();

    assertThat(forecast.handoffs()).isEqualTo(500);
    assertThat(forecast.leftOut()).isEqualTo(3);
    assertThat(leads(forecast, What.REASSIGNED)).isNotEmpty().doesNotContainAnyElementsOf(late);
    assertThat(leads(forecast, What.MISSED)).hasSize(503).containsAll(late);
  }

  private static Set<String> leads(NextHours forecast, What what) {
    return forecast.rows().stream()
        .filter(row -> row.what() == what)
        .map(ForecastEvent::leadId)
        .collect(Collectors.toSet());
  }

  private static Instant firstReassigned(NextHours forecast) {
    return forecast.rows().stream()
        .filter(row -> row.what() == What.REASSIGNED)
        .findFirst()
        .orElseThrow()
        .at();
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
