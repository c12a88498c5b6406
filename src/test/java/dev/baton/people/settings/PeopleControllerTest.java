package dev.baton.people.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.mockito.ArgumentMatchers.any;

import dev.baton.MigratedDatabase;
import dev.baton.engine.EngineUsers;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Calendars;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.QueueSettings;
import dev.baton.people.Role;
import dev.baton.people.RoutingTerms;
import dev.baton.people.StaffAddress;
import dev.baton.people.StaffDirectory;
import dev.baton.people.Teams;
import dev.baton.people.settings.PersonViews.PersonView;
import dev.baton.privacy.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

public class PeopleControllerTest {
  private static final Authentication ADMIN = login("camunda-admin");
  private static final Authentication MANAGER = login("managers");

  private People people;
  private final EngineUsers users = Mockito.mock(EngineUsers.class);
  private PeopleController controller;

  @BeforeEach
  void empty_house() {
    JdbcClient db = JdbcClient.create(MigratedDatabase.h2());
    people = new People(db, fact -> {}, Clock.systemUTC());
    Teams teams = new Teams(db, new QueueSettings("unrouted"));
    Calendars calendars = new Calendars(db, ZoneOffset.UTC);
    StaffDirectory directory = new StaffDirectory(people, teams, users, fact -> {});
    Absences absences = new Absences(db);
    Availability availability = new Availability(teams, calendars, absences);
    controller =
        new PeopleController(
            people,
            new PersonParser(people, teams, calendars, directory),
            directory,
            new PersonViews(availability, absences, Clock.systemUTC()),
            Mockito.mock(AuditTrail.class));
  }

  @Test
  void a_manager_adds_a_rep_who_gets_leads_from_then_on() {
    controller.save("rita", rep("rita@baton.example"), MANAGER);
    assertThat(people.activeReps("default")).extracting(Person::id).containsExactly("rita");
  }

  @Test
  void a_deactivated_rep_gets_no_more_leads() {
    controller.save("rita", rep("rita@baton.example"), MANAGER);
    controller.save("rita", Map.of("active", false), MANAGER);
    assertThat(people.activeReps("default")).isEmpty();
  }

  @Test
  void a_manager_cannot_make_managers_nor_change_an_administrator() {
    Map<String, Object> manager = card("Mo", "mo@baton.example", "managers");
    assertThatThrownBy(() -> controller.save("mo", manager, MANAGER)).satisfies(refused(403));
    controller.save("root", card("Root", "r@baton.example", "camunda-admin"), ADMIN);
    assertThatThrownBy(() -> controller.save("root", rep("r@baton.example"), MANAGER))
        .satisfies(refused(403));
  }

  @Test
  void a_bad_card_is_refused_field_by_field() {
    Map<String, Object> bad = new HashMap<>(card("", "?", "boss"));
    bad.put("team", "a b");
    bad.put("zone", "Mars");
    bad.put("password", "short");
    bad.put("hours", Map.of("mon", List.of("17:00-09:00"), "someday", List.of("09:00-17:00")));
    bad.put("calendar", "nowhere");
    bad.put("skills", List.of("de,fr"));
    bad.put("weight", 11);
    bad.put("dailyCap", "many");
    bad.put("openCap", -1);
    bad.put("active", "maybe");
    assertThatThrownBy(() -> controller.save("x y", bad, ADMIN))
        .satisfies(refused(422))
        .extracting(PeopleControllerTest::wrongFields, list(String.class))
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "email",
            "role",
            "team",
            "zone",
            "password",
            "hours.mon",
            "hours.someday",
            "calendar",
            "skills",
            "weight",
            "dailyCap",
            "openCap",
            "active");
    assertThat(people.all()).isEmpty();
  }

  @Test
  void two_people_cannot_share_an_address() {
    controller.save("rita", rep("rita@baton.example"), MANAGER);
    assertThatThrownBy(() -> controller.save("ben", rep("rita@baton.example"), MANAGER))
        .satisfies(refused(422));
  }

  @Test
  void what_is_not_sent_stays_as_it_is() {
    controller.save("rita", rep("rita@baton.example"), MANAGER);
    Person rita = people.find("rita").orElseThrow();
    Person kept =
        new Person(
            "rita",
            "Rita",
            new StaffAddress("rita@baton.example"),
            Role.SALES,
            "north",
            rita.zone(),
            false,
            RoutingTerms.USUAL.withWeight(4).withSkills("de").withCalendar("dach").withDailyCap(3),
            Instant.parse("2026-03-02T09:00:00Z"));
    people.save(kept);

    controller.save("rita", Map.of("name", "Rita"), MANAGER);

    assertThat(people.find("rita")).contains(kept);
  }

  @Test
  void nobody_is_put_into_the_queue_of_leads_that_nobody_could_take() {
    Map<String, Object> draft = with(rep("r@baton.example"), "team", "unrouted");
    assertThatThrownBy(() -> controller.save("rita", draft, MANAGER)).satisfies(refused(422));
  }

  @Test
  void the_terms_of_a_rep_are_kept_and_taken_away_again() {
    Map<String, Object> terms = new HashMap<>(rep("rita@baton.example"));
    terms.put("hours", Map.of("mon", List.of("09:00-12:30", "13:30-18:00")));
    terms.put("calendar", "standard");
    terms.put("skills", List.of(" DE ", "payments"));
    terms.put("weight", 3);
    terms.put("dailyCap", 5);
    terms.put("openCap", 0);

    PersonView view = controller.save("rita", terms, MANAGER);

    assertThat(view.terms().hours()).isEqualTo(terms.get("hours"));
    assertThat(view.terms().skills()).containsExactly("de", "payments");
    assertThat(people.find("rita").orElseThrow().terms())
        .extracting(
            RoutingTerms::calendar,
            RoutingTerms::weight,
            RoutingTerms::dailyCap,
            RoutingTerms::openCap)
        .containsExactly("standard", 3, 5, 0);

    Map<String, Object> nothing = new HashMap<>();
    for (String field : List.of("hours", "calendar", "dailyCap", "openCap", "zone")) {
      nothing.put(field, null);
    }
    nothing.put("skills", List.of());
    nothing.put("weight", 1);
    controller.save("rita", nothing, MANAGER);

    Person rita = people.find("rita").orElseThrow();
    assertThat(rita.terms()).isEqualTo(RoutingTerms.USUAL);
    assertThat(rita.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @Test
  void hours_without_a_single_span_are_refused_because_such_a_rep_never_works() {
    Map<String, Object> never = with(rep("r@baton.example"), "hours", Map.of("mon", List.of()));
    assertThatThrownBy(() -> controller.save("rita", never, MANAGER))
        .satisfies(refused(422))
        .extracting(PeopleControllerTest::wrongFields, list(String.class))
        .containsExactly("hours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"camunda-admin", "managers", "sales", "auditors", "a team"})
  void nobody_gets_a_roles_rights_by_a_team_that_is_called_like_it(String team) {
    Mockito.when(users.isOtherGroup("auditors")).thenReturn(true);
    Map<String, Object> draft = with(rep("r@baton.example"), "team", team);
    assertThatThrownBy(() -> controller.save("rita", draft, ADMIN))
        .satisfies(refused(422))
        .extracting(PeopleControllerTest::wrongFields, list(String.class))
        .containsExactly("team");
  }

  @Test
  void a_manager_cannot_take_over_a_user_whom_only_the_engine_knows() {
    Mockito.when(users.isUser("root")).thenReturn(true);
    assertThatThrownBy(() -> controller.save("root", rep("r@baton.example"), MANAGER))
        .satisfies(refused(403));
    Mockito.verify(users, Mockito.never()).saveUser(any(), any(), any(), any(), any());
    controller.save("root", rep("r@baton.example"), ADMIN);
  }

  private static Map<String, Object> rep(String email) {
    return with(card("Rita Reyes", email, "sales"), "zone", "Europe/Berlin");
  }

  private static Map<String, Object> card(String name, String email, String role) {
    return Map.of("name", name, "email", email, "role", role, "password", "long enough");
  }

  private static Map<String, Object> with(Map<String, Object> card, String field, Object value) {
    Map<String, Object> other = new HashMap<>(card);
    other.put(field, value);
    return other;
  }

  private static List<String> wrongFields(Throwable refusal) {
    return ((InvalidInput) refusal).errors().stream().map(FieldError::field).toList();
  }

  private static java.util.function.Consumer<Throwable> refused(int status) {
    return e -> assertThat(((ApiProblem) e).getStatusCode()).isEqualTo(HttpStatus.valueOf(status));
  }

  private static Authentication login(String group) {
    return UsernamePasswordAuthenticationToken.authenticated(
        "somebody", null, AuthorityUtils.createAuthorityList(group));
  }
}
