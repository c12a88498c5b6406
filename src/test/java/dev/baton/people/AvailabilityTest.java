package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.MigratedDatabase;
import dev.baton.people.Presence.State;
import dev.baton.sla.ClosingDay;
import dev.baton.sla.WorkingHours;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is here. 2 March 2026 is a Monday, Berlin is one hour ahead of UTC. */
class AvailabilityTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY_TEN = Instant.parse("2026-03-02T09:00:00Z");

  private final DataSource database = MigratedDatabase.h2();
  private final JdbcClient db = JdbcClient.create(database);
  private final People people = new People(db, fact -> {}, Clock.systemUTC());
  private final Teams teams = new Teams(db, new QueueSettings("unrouted"));
  private final Calendars calendars = new Calendars(db, BERLIN);
  private final Absences absences = new Absences(db);
  private final Availability availability = new Availability(teams, calendars, absences);

  @Test
  void hours_are_read_on_the_persons_own_clock_and_a_break_is_a_break() {
    Person rita = rep(RoutingTerms.USUAL.withHours(week("09:00-12:30", "13:30-18:00")));

    assertThat(at(rita, "2026-03-02T07:59:59Z")).isEqualTo(off("2026-03-02T08:00:00Z"));
    assertThat(at(rita, "2026-03-02T08:00:00Z").isOnShift()).isTrue();
    assertThat(at(rita, "2026-03-02T11:30:00Z")).isEqualTo(off("2026-03-02T12:30:00Z"));
    assertThat(at(rita, "2026-03-06T17:00:00Z")).isEqualTo(off("2026-03-09T08:00:00Z"));
    assertThat(at(rita, "2026-03-30T07:00:00Z").isOnShift()).as("summer time").isTrue();
  }

  @Test
  void without_hours_somebody_is_there_round_the_clock() {
    assertThat(at(rep(RoutingTerms.USUAL), "2026-03-01T02:00:00Z").isOnShift()).isTrue();
  }

  @Test
  void holidays_come_from_the_persons_calendar_or_else_the_teams() {
    calendars.save(new CalendarSettings("dach", BERLIN, "de", week("09:00-17:00")));
    String labourDay = "2026-05-01T10:00:00Z";
    Person unbound = rep(RoutingTerms.USUAL.withHours(week("09:00-17:00")));
    Person own = unbound.with(unbound.terms().withCalendar("dach"));

    assertThat(at(unbound, labourDay).isOnShift()).isTrue();
    assertThat(at(own, labourDay)).isEqualTo(off("2026-05-04T07:00:00Z"));
    teams.save(new Team("emea", "EMEA", "dach"));
    assertThat(at(unbound, labourDay).isOnShift()).isFalse();
    Person elsewhere = unbound.with(unbound.terms().withCalendar(Calendars.STANDARD));
    assertThat(at(elsewhere, labourDay).isOnShift()).isTrue();
  }

  @Test
  void a_closing_day_may_begin_at_noon_and_be_taken_back() {
    calendars.save(new CalendarSettings("dach", BERLIN, null, week("09:00-17:00")));
    LocalDate party = LocalDate.of(2026, 3, 2);
    calendars.close("dach", new ClosingDay(party, null, "All hands"));
    calendars.close("dach", new ClosingDay(party, LocalTime.of(14, 0), "Summer party"));
    Person rita = rep(RoutingTerms.USUAL.withHours(week("09:00-17:00")).withCalendar("dach"));

    assertThat(calendars.closingDays("dach"))
        .containsExactly(new ClosingDay(party, LocalTime.of(14, 0), "Summer party"));
    assertThat(at(rita, "2026-03-02T12:59:00Z").isOnShift()).isTrue();
    assertThat(at(rita, "2026-03-02T13:00:00Z")).isEqualTo(off("2026-03-03T08:00:00Z"));
    calendars.open("dach", party);
    assertThat(at(rita, "2026-03-02T13:00:00Z").isOnShift()).isTrue();
  }

  @Test
  void an_absence_ends_by_itself_and_the_next_one_follows_on() {
    Person rita = rep(RoutingTerms.USUAL);
    away("2026-03-02T09:00:00Z", "2026-03-04T09:00:00Z");
    away("2026-03-04T09:00:00Z", "2026-03-06T09:00:00Z");

    assertThat(at(rita, "2026-03-02T08:59:59Z").isOnShift()).isTrue();
    assertThat(at(rita, "2026-03-02T09:00:00Z"))
        .isEqualTo(new Presence(State.ABSENT, Instant.parse("2026-03-06T09:00:00Z")));
    assertThat(at(rita, "2026-03-06T09:00:00Z").isOnShift()).isTrue();
  }

  @Test
  void an_open_absence_lasts_until_somebody_says_they_are_back() {
    Person rita = rep(RoutingTerms.USUAL);
    String id = away("2026-03-02T09:00:00Z", null);

    assertThat(at(rita, "2036-03-02T09:00:00Z")).isEqualTo(new Presence(State.ABSENT, null));
    assertThat(absences.find(id).orElseThrow().to()).isNull();
    absences.end(id, Instant.parse("2026-03-09T09:00:00Z"));
    assertThat(at(rita, "2026-03-09T09:00:00Z").isOnShift()).isTrue();
    assertThat(absences.of("rita")).extracting(Absence::to).doesNotContainNull();
  }

  @Test
  void an_absence_that_is_called_off_before_it_begins_never_was() {
    rep(RoutingTerms.USUAL);
    String id = away("2026-03-10T09:00:00Z", "2026-03-12T09:00:00Z");

    absences.end(id, MONDAY_TEN);

    assertThat(absences.of("rita")).isEmpty();
  }

  @Test
  void an_absence_does_not_end_before_it_begins() {
    assertThatThrownBy(() -> away("2026-03-10T09:00:00Z", "2026-03-10T09:00:00Z"))
        .hasMessage("An absence ends after it has begun");
  }

  @Test
  void who_left_is_gone_whatever_else_is_known_of_them() {
    Person rita = rep(RoutingTerms.USUAL);
    away("2026-03-02T09:00:00Z", null);
    people.isUnresponsive("rita", MONDAY_TEN);
    Person silent = people.find("rita").orElseThrow();
    Person left = new Person("rita", "Rita", "r@x", Role.SALES, "emea", BERLIN, false);

    assertThat(availability.of(left, MONDAY_TEN).state()).isEqualTo(State.INACTIVE);
    assertThat(availability.of(silent, MONDAY_TEN).state()).isEqualTo(State.ABSENT);
    assertThat(availability.of(silent, MONDAY_TEN.minusSeconds(1)).state())
        .isEqualTo(State.UNRESPONSIVE);
    assertThat(availability.of(rita, MONDAY_TEN.minusSeconds(1)).takesLeads()).isTrue();
  }

  @Test
  void a_fresh_installation_has_a_standard_calendar_in_the_default_zone() {
    var standard = calendars.find(Calendars.STANDARD).orElseThrow();

    assertThat(standard.zone()).isEqualTo(BERLIN);
    assertThat(standard.isOpen(Instant.parse("2026-03-02T08:00:00Z"))).isTrue();
    assertThat(standard.isOpen(Instant.parse("2026-03-02T16:00:00Z"))).isFalse();
    assertThat(calendars.find("moon")).isEmpty();
    assertThat(calendars.all()).extracting(CalendarSettings::name).containsExactly("standard");
  }

  @Test
  void a_calendar_that_never_opens_or_of_no_country_is_not_kept() {
    WorkingHours never = WorkingHours.of(Map.of());
    assertThatThrownBy(() -> calendars.save(new CalendarSettings("x", null, null, never)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> calendars.save(new CalendarSettings("x", null, "atlantis", week("09:00-10:00"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(calendars.find("x")).isEmpty();
  }

  @Test
  void a_presence_is_told_on_the_readers_clock() {
    Presence away = new Presence(State.ABSENT, Instant.parse("2026-03-06T08:00:00Z"));

    assertThat(away.words(BERLIN)).isEqualTo("away until Fri 6 Mar, 09:00");
    assertThat(new Presence(State.ABSENT, null).words(BERLIN))
        .isEqualTo("away until they are back");
  }

  private Presence at(Person person, String instant) {
    return availability.of(person, Instant.parse(instant));
  }

  private static Presence off(String until) {
    return new Presence(State.OFF_SHIFT, Instant.parse(until));
  }

  private String away(String from, String to) {
    String id = UUID.randomUUID().toString();
    absences.add(
        new Absence(
            id,
            "rita",
            Instant.parse(from),
            to == null ? null : Instant.parse(to),
            "Holidays",
            "mona",
            MONDAY_TEN,
            null));
    return id;
  }

  private Person rep(RoutingTerms terms) {
    Person rita = new Person("rita", "Rita", "r@x", Role.SALES, "emea", BERLIN, true).with(terms);
    people.save(rita);
    return rita;
  }

  private static WorkingHours week(String... spans) {
    Map<String, List<String>> days = new HashMap<>();
    List.of("mon", "tue", "wed", "thu", "fri").forEach(day -> days.put(day, List.of(spans)));
    return WorkingHours.of(days);
  }
}
