package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.MigratedDatabase;
import dev.baton.sla.WorkingHours;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleTest {
  private final List<Object> facts = new ArrayList<>();
  private final DataSource database = MigratedDatabase.h2();
  private final People people =
      new People(JdbcClient.create(database), facts::add, Clock.systemUTC());

  @Test
  void a_person_saved_twice_is_one_person_as_last_said() {
    people.save(person("ben", Role.SALES, "emea", true));
    Person moved =
        new Person(
            "ben", "Ben", "b@baton.example", Role.MANAGER, null, ZoneId.of("Asia/Tokyo"), false);
    people.save(moved);

    assertThat(people.find("ben")).contains(moved);
    assertThat(people.all()).containsExactly(moved);
    assertThat(people.find("nobody")).isEmpty();
  }

  @Test
  void leads_go_to_active_reps_of_the_team_in_a_fixed_order() {
    people.save(person("zoe", Role.SALES, "emea", true));
    people.save(person("ben", Role.SALES, "emea", true));
    people.save(person("left", Role.SALES, "emea", false));
    people.save(person("mona", Role.MANAGER, "emea", true));
    people.save(person("amy", Role.SALES, "us", true));

    assertThat(people.activeReps("emea")).extracting(Person::id).containsExactly("ben", "zoe");
    assertThat(people.activeReps("default"))
        .extracting(Person::id)
        .containsExactly("amy", "ben", "zoe");
    assertThat(people.activeReps("moon")).isEmpty();
    assertThat(people.withRole(Role.SALES))
        .extracting(Person::id)
        .containsExactly("amy", "ben", "left", "zoe");
  }

  @Test
  void a_team_without_an_active_manager_answers_to_all_managers() {
    people.save(person("mona", Role.MANAGER, "emea", true));
    people.save(person("max", Role.MANAGER, "us", false));
    people.save(person("mia", Role.MANAGER, null, true));

    assertThat(people.managersOf("emea")).extracting(Person::id).containsExactly("mona");
    assertThat(people.managersOf("us")).extracting(Person::id).containsExactly("mia", "mona");
    assertThat(people.managersOf(null)).extracting(Person::id).containsExactly("mia", "mona");
  }

  @Test
  void a_person_keeps_the_terms_they_work_on() {
    RoutingTerms terms =
        new RoutingTerms(
            WorkingHours.of(Map.of("mon", List.of("09:00-12:30", "13:30-18:00"))),
            "dach",
            Set.of("DE", " payments "),
            3,
            5,
            20);
    Person ben = person("ben", Role.SALES, "emea", true).with(terms);
    people.save(ben);
    people.isUnresponsive("ben", Instant.parse("2026-03-02T09:00:00Z"));

    assertThat(people.find("ben").orElseThrow().terms()).isEqualTo(terms);
    assertThat(terms.skills()).containsExactlyInAnyOrder("de", "payments");
    assertThat(people.find("ben").orElseThrow().unresponsiveSince())
        .isEqualTo("2026-03-02T09:00:00Z");
    people.isBack("ben");
    assertThat(people.find("ben")).contains(ben);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 11})
  void a_weight_lies_between_1_and_10(int weight) {
    assertThatThrownBy(() -> RoutingTerms.USUAL.withWeight(weight)).hasMessageContaining("1 to 10");
  }

  @Test
  void a_skill_is_one_word_and_a_cap_is_not_negative() {
    assertThatThrownBy(() -> RoutingTerms.USUAL.withSkills("de,fr"))
        .hasMessageContaining("one word");
    assertThatThrownBy(() -> RoutingTerms.USUAL.withDailyCap(-1)).hasMessageContaining("below 0");
    assertThatThrownBy(() -> RoutingTerms.USUAL.withOpenCap(-1)).hasMessageContaining("below 0");
  }

  @Test
  void hours_without_any_hour_are_none() {
    WorkingHours never = WorkingHours.of(Map.of("mon", List.of()));
    assertThatThrownBy(() -> RoutingTerms.USUAL.withHours(never))
        .hasMessageContaining("never works");
  }

  @Test
  void whoever_stops_being_an_active_rep_has_left_once() {
    Person ben = person("ben", Role.SALES, "emea", true);
    people.save(ben);
    people.save(ben.with(RoutingTerms.USUAL.withWeight(2)));
    assertThat(facts).isEmpty();

    people.save(person("ben", Role.SALES, "emea", false));
    people.save(person("ben", Role.SALES, "emea", false));
    assertThat(facts).extracting(fact -> ((RepLeft) fact).personId()).containsExactly("ben");

    people.save(ben);
    people.save(person("ben", Role.MANAGER, "emea", true));
    assertThat(left()).hasSize(2);
    people.save(person("mona", Role.MANAGER, "emea", true));
    people.save(person("mona", Role.MANAGER, "emea", false));
    assertThat(left()).as("a manager took no leads before").hasSize(2);
  }

  private List<RepLeft> left() {
    return facts.stream().filter(RepLeft.class::isInstance).map(RepLeft.class::cast).toList();
  }

  private static Person person(String id, Role role, String team, boolean active) {
    return new Person(
        id, id, id + "@baton.example", role, team, ZoneId.of("Europe/Berlin"), active);
  }
}
