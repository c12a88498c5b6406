package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.people.CalendarSettings;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A review in the business time of the lead's own territory; everything else as it ships. */
class BusinessClockTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void inbound_reviews_count_business_time() {
    keep("dach", BERLIN, "de", "09:00-18:00");
    keep("north-america", ZoneId.of("America/New_York"), "us", "08:00-12:00", "13:00-17:00");
    scenario.changes(
        "sla-policy",
        """
                <outputEntry id="review-inbound-out-time">
                  <text>"calendar"</text>
                </outputEntry>
                <outputEntry id="review-inbound-out-calendar">
                  <text></text>
        """,
        """
                <outputEntry id="review-inbound-out-time">
                  <text>"business"</text>
                </outputEntry>
                <outputEntry id="review-inbound-out-calendar">
                  <text>territory</text>
        """);
  }

  @ParameterizedTest(name = "{0} until {2}, reminded at {1}")
  @CsvSource({
    // 24 business hours are two days and six hours of a nine-hour day
    "DE, 2026-03-04T11:00:00Z, 2026-03-04T15:00:00Z",
    // and three days of an eight-hour day, here from 8:00 in New York on
    "US, 2026-03-04T18:00:00Z, 2026-03-04T22:00:00Z"
  })
  void the_task_and_its_two_timers_are_due_at_one_instant_of_their_own_territory(
      String country, Instant warning, Instant due) {
    LeadActor ada = lead(country);

    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.deadline("review").targets().warnAt()).isEqualTo(warning);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.timers())
        .containsOnly(Map.entry("reviewOverdue", due), Map.entry("reviewDueSoon", warning));
  }

  @Test
  void a_miss_over_a_weekend_is_one_of_business_hours_and_has_its_true_instant() {
    scenario.passes(Duration.between(scenario.now(), berlin("2026-03-06T16:55")));
    LeadActor ada = lead("DE");

    scenario.passes(Duration.ofDays(4));
    assertThat(ada.deadline("review").missedAt()).isNull();
    scenario.passes(Duration.ofDays(1));

    // 1:05 on Friday, nine hours each on Monday and Tuesday, 4:55 on Wednesday
    assertThat(ada.deadline("review").missedAt()).isEqualTo(berlin("2026-03-11T13:55"));
  }

  @Test
  void a_hand_raise_pulls_a_review_in_business_time_in_to_four_hours_of_calendar_time() {
    LeadActor ada = lead("DE");
    scenario.passes(Duration.ofHours(6));

    ada.requestsDemo();

    Instant due = scenario.now().plus(Duration.ofHours(4));
    assertThat(ada.deadline("review").dueAt()).isEqualTo(due);
    assertThat(ada.taskDue()).isEqualTo(due);
    assertThat(ada.timers()).containsEntry("reviewOverdue", due);
  }

  @Test
  void a_territory_whose_calendar_nobody_keeps_is_an_error_and_no_handoff_without_a_clock() {
    assertThatThrownBy(() -> lead("FR"))
        .hasStackTraceContaining(
            "sla-policy names the calendar 'france' for review, which nobody keeps");

    String handoff = scenario.db().sql("select id from handoff").query(String.class).single();
    assertThat(scenario.task(handoff)).isNull();
    assertThat(scenario.deadlines(handoff))
        .extracting(Deadline::clock)
        .containsExactly(Deadlines.ROUTE);
  }

  @Test
  void a_policy_with_a_misspelt_calendar_is_not_deployed_and_reads_which_there_are() {
    assertThatThrownBy(
            () ->
                scenario.changes(
                    "sla-policy",
                    """
                            <outputEntry id="route-out-time">
                              <text>"calendar"</text>
                            </outputEntry>
                            <outputEntry id="route-out-calendar">
                              <text></text>
                    """,
                    """
                            <outputEntry id="route-out-time">
                              <text>"business"</text>
                            </outputEntry>
                            <outputEntry id="route-out-calendar">
                              <text>"dahc"</text>
                    """))
        .hasMessageContaining(
            "'route' names the calendar \"dahc\", which nobody keeps;"
                + " there are: dach, north-america, standard");
  }

  @Test
  void what_the_system_and_the_night_took_is_not_the_reps_time() {
    works("ben", BERLIN, "09:00-17:00");
    LeadActor ada = scenario.lead("ada@acme.example").with("country", "DE").whoFits();
    scenario.withoutSavePoints(
        () -> {
          ada.downloads("roi_calculator");
          scenario.passesWithoutTimers(Duration.ofMinutes(10));
        });
    scenario.runSavePoints();
    // from 10:10 on Monday until 9:30 on Tuesday
    scenario.passes(Duration.ofHours(23).plusMinutes(20));

    HandoffView.Clock review = clock(scenario.ben().accepts(ada), "review");

    assertThat(review.elapsed())
        .isEqualTo(
            new HandoffView.Parts(minutes(10), 0, minutes(6 * 60 + 50 + 30), 0, minutes(16 * 60)));
  }

  @Test
  void the_time_in_which_nobody_owned_it_is_the_queues() {
    scenario.leaves("ben");
    scenario.leaves("rita");
    LeadActor ada = lead("DE");
    scenario.passes(Duration.ofMinutes(90));
    scenario.hire("rita", Role.SALES, "default");
    scenario.sweeps();

    HandoffView given = scenario.bean(HandoffViews.class).of(ada.handoff());
    assertThat(given.ownership().owner()).isEqualTo("rita");
    assertThat(given.deadlines())
        .extracting(HandoffView.Clock::clock, HandoffView.Clock::elapsed)
        .containsExactly(
            tuple("route", new HandoffView.Parts(0, minutes(90), 0, 0, 0)),
            tuple("review", new HandoffView.Parts(0, minutes(90), 0, 0, 0)),
            tuple("review", new HandoffView.Parts(0, 0, 0, 0, 0)));
  }

  @Test
  void a_running_clock_shows_where_its_time_went_until_now() {
    works("ben", BERLIN, "09:00-17:00");
    LeadActor ada = lead("DE");
    HandoffViews views = scenario.bean(HandoffViews.class);

    scenario.passesWithoutTimers(Duration.ofHours(8));

    // 10:00 to 18:00
    assertThat(clock(views.of(ada.handoff()), "review").elapsed())
        .isEqualTo(new HandoffView.Parts(0, 0, minutes(7 * 60), 0, minutes(60)));
  }

  private void works(String rep, ZoneId zone, String... spans) {
    People people = scenario.bean(People.class);
    Person person = people.find(rep).orElseThrow();
    people.save(
        new Person(
                person.id(),
                person.name(),
                person.email(),
                person.role(),
                person.team(),
                zone,
                true)
            .with(RoutingTerms.USUAL.withHours(weekdays(spans))));
  }

  private LeadActor lead(String country) {
    return scenario
        .lead("ada@acme.example")
        .with("country", country)
        .whoFits()
        .downloads("roi_calculator");
  }

  private static HandoffView.Clock clock(HandoffView handoff, String name) {
    return handoff.deadlines().stream()
        .filter(each -> each.clock().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void keep(String name, ZoneId zone, String country, String... spans) {
    scenario.bean(Calendars.class).save(new CalendarSettings(name, zone, country, weekdays(spans)));
  }

  private static WorkingHours weekdays(String... spans) {
    List<String> hours = List.of(spans);
    return WorkingHours.of(
        Map.of("mon", hours, "tue", hours, "wed", hours, "thu", hours, "fri", hours));
  }

  private static long minutes(long minutes) {
    return 60 * minutes;
  }

  private static Instant berlin(String wall) {
    return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
  }
}
