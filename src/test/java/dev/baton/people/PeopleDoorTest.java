package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.EngineUsers;
import dev.baton.people.PeopleDoor.Draft;
import java.time.Clock;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.ErrorResponseException;

class PeopleDoorTest {
  private static final Authentication ADMIN = login("camunda-admin");
  private static final Authentication MANAGER = login("managers");

  private People people;
  private PeopleDoor door;

  @BeforeEach
  void empty_house() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:people-door-%s;MODE=PostgreSQL;DB_CLOSE_DELAY=-1"
            .formatted(System.nanoTime()));
    Flyway.configure().dataSource(database).load().migrate();
    JdbcClient db = JdbcClient.create(database);
    people = new People(db, fact -> {}, Clock.systemUTC());
    Teams teams = new Teams(db, "unrouted");
    door = new PeopleDoor(people, teams, new Staff(people, teams, Mockito.mock(EngineUsers.class)));
  }

  @Test
  void a_manager_adds_a_rep_who_gets_leads_from_then_on() {
    door.save("rita", rep("rita@baton.example"), MANAGER);
    assertThat(people.activeReps("default")).extracting(Person::id).containsExactly("rita");
  }

  @Test
  void a_deactivated_rep_gets_no_more_leads() {
    door.save("rita", rep("rita@baton.example"), MANAGER);
    door.save(
        "rita", new Draft("Rita", "rita@baton.example", "sales", null, null, false, null), MANAGER);
    assertThat(people.activeReps("default")).isEmpty();
  }

  @Test
  void a_manager_cannot_make_managers_nor_change_an_administrator() {
    Draft manager =
        new Draft("Mo", "mo@baton.example", "managers", null, null, null, "long enough");
    assertThatThrownBy(() -> door.save("mo", manager, MANAGER)).satisfies(refused(403));
    door.save(
        "root",
        new Draft("Root", "r@baton.example", "camunda-admin", null, null, null, "long enough"),
        ADMIN);
    assertThatThrownBy(() -> door.save("root", rep("r@baton.example"), MANAGER))
        .satisfies(refused(403));
  }

  @Test
  void a_bad_card_is_refused_field_by_field() {
    assertThatThrownBy(
            () -> door.save("x y", new Draft("", "?", "boss", "a b", "Mars", null, "short"), ADMIN))
        .satisfies(refused(422))
        .satisfies(
            e ->
                assertThat(((ErrorResponseException) e).getBody().getProperties().toString())
                    .contains("id", "name", "email", "role", "team", "zone", "password"));
    assertThat(people.all()).isEmpty();
  }

  @Test
  void two_people_cannot_share_an_address() {
    door.save("rita", rep("rita@baton.example"), MANAGER);
    assertThatThrownBy(() -> door.save("ben", rep("rita@baton.example"), MANAGER))
        .satisfies(refused(422));
  }

  @Test
  void what_is_not_sent_stays_as_it_is() {
    door.save("rita", rep("rita@baton.example"), MANAGER);
    Person rita = people.find("rita").orElseThrow();
    Person kept =
        new Person(
            "rita",
            "Rita",
            "rita@baton.example",
            Role.SALES,
            "north",
            rita.zone(),
            false,
            Terms.USUAL.withWeight(4).withSkills("de").withCalendar("dach").withDailyCap(3),
            Instant.parse("2026-03-02T09:00:00Z"));
    people.save(kept);

    door.save(
        "rita", new Draft("Rita", "rita@baton.example", "sales", null, null, null, null), MANAGER);

    assertThat(people.find("rita")).contains(kept);
  }

  @Test
  void nobody_is_put_into_the_queue_of_leads_that_nobody_could_take() {
    Draft draft =
        new Draft("Rita", "r@baton.example", "sales", "unrouted", null, null, "long enough");
    assertThatThrownBy(() -> door.save("rita", draft, MANAGER)).satisfies(refused(422));
  }

  private static Draft rep(String email) {
    return new Draft("Rita Reyes", email, "sales", null, "Europe/Berlin", null, "long enough");
  }

  private static java.util.function.Consumer<Throwable> refused(int status) {
    return e ->
        assertThat(((ErrorResponseException) e).getStatusCode())
            .isEqualTo(HttpStatus.valueOf(status));
  }

  private static Authentication login(String group) {
    return UsernamePasswordAuthenticationToken.authenticated(
        "somebody", null, AuthorityUtils.createAuthorityList(group));
  }
}
