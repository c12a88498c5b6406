package dev.baton.people;

import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/people}: who works here. Managers keep reps, an administrator keeps everybody. */
@RestController
@RequestMapping("/api/people")
class PeopleDoor {
  private static final int SHORTEST_PASSWORD = 10;
  private static final String ID = "[a-zA-Z0-9._-]{1,64}";
  private static final String ID_WORDS = "letters, digits, dot, dash and underscore only";

  private final People people;
  private final Teams teams;
  private final Staff staff;

  PeopleDoor(People people, Teams teams, Staff staff) {
    this.people = people;
    this.teams = teams;
    this.staff = staff;
  }

  /**
   * A person as the contract has it.
   *
   * @param role a group: {@code sales}, {@code managers}, {@code marketing}, {@code designers},
   *     {@code camunda-admin}
   */
  record Card(
      String id, String name, String email, String role, String team, String zone, boolean active) {
    static Card of(Person person) {
      return new Card(
          person.id(),
          person.name(),
          person.email(),
          person.role().group(),
          person.team(),
          person.zone().getId(),
          person.active());
    }
  }

  record Page(List<Card> items) {}

  /**
   * What is sent: absent team, zone and active stay as they are; of somebody new they mean the
   * default team, UTC and true.
   */
  record Draft(
      String name,
      String email,
      String role,
      String team,
      String zone,
      Boolean active,
      String password) {}

  record Wrong(String field, String message) {}

  @Operation(summary = "Everybody who works here")
  @GetMapping
  Page all() {
    return new Page(people.all().stream().map(Card::of).toList());
  }

  @Operation(summary = "Add a person or change one; inactive people get no leads and can't log in")
  @PutMapping("/{id}")
  @Transactional
  Card save(@PathVariable String id, @RequestBody Draft draft, Authentication by) {
    Optional<Person> known = people.find(id);
    Person person = read(id, draft, known);
    boolean admin = has(by, Role.ADMIN);
    if (!admin && (!person.isRep() || known.filter(p -> !p.isRep()).isPresent())) {
      throw refusal(HttpStatus.FORBIDDEN, "Only an administrator keeps people who aren't reps");
    }
    staff.save(person, Optional.ofNullable(draft.password()));
    return Card.of(person);
  }

  private Person read(String id, Draft draft, Optional<Person> known) {
    List<Wrong> wrong = new ArrayList<>();
    if (!id.matches(ID)) {
      wrong.add(new Wrong("id", ID_WORDS));
    }
    if (isBlank(draft.name())) {
      wrong.add(new Wrong("name", "say the person's name"));
    }
    if (isBlank(draft.email()) || !draft.email().matches("[^@\\s]+@[^@\\s]+")) {
      wrong.add(new Wrong("email", "say where mail reaches the person"));
    }
    if (people.all().stream()
        .anyMatch(other -> other.email().equals(draft.email()) && !other.id().equals(id))) {
      wrong.add(new Wrong("email", "belongs to somebody else"));
    }
    Optional<Role> role = Role.ofGroup(draft.role());
    if (role.isEmpty()) {
      List<String> groups = Arrays.stream(Role.values()).map(Role::group).toList();
      wrong.add(new Wrong("role", "say one of " + String.join(", ", groups)));
    }
    String team = team(draft, known);
    if (team != null && !team.matches(ID)) {
      wrong.add(new Wrong("team", ID_WORDS));
    }
    if (teams.isFallbackQueue(team)) {
      wrong.add(new Wrong("team", "holds the leads that nobody could take; nobody is in it"));
    }
    Optional<ZoneId> zone = zone(draft.zone(), known);
    if (zone.isEmpty()) {
      wrong.add(new Wrong("zone", "not a time zone, such as Europe/Berlin"));
    }
    boolean needsPassword = known.isEmpty() || draft.password() != null;
    if (needsPassword
        && (isBlank(draft.password()) || draft.password().length() < SHORTEST_PASSWORD)) {
      wrong.add(new Wrong("password", "at least %d characters".formatted(SHORTEST_PASSWORD)));
    }
    if (!wrong.isEmpty()) {
      ErrorResponseException refusal =
          refusal(HttpStatus.UNPROCESSABLE_ENTITY, "The person was not saved");
      refusal.getBody().setProperties(Map.of("errors", wrong));
      throw refusal;
    }
    return new Person(
        id,
        draft.name().trim(),
        draft.email().trim(),
        role.get(),
        team,
        zone.get(),
        draft.active() == null ? known.map(Person::active).orElse(true) : draft.active(),
        known.map(Person::terms).orElse(Terms.USUAL),
        known.map(Person::unresponsiveSince).orElse(null));
  }

  private static String team(Draft draft, Optional<Person> known) {
    return isBlank(draft.team())
        ? known.map(Person::team).orElse(Team.EVERYBODY)
        : draft.team().trim();
  }

  private static Optional<ZoneId> zone(String zone, Optional<Person> known) {
    try {
      return Optional.of(
          isBlank(zone) ? known.map(Person::zone).orElse(ZoneId.of("UTC")) : ZoneId.of(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean has(Authentication by, Role role) {
    return by.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .anyMatch(role.group()::equals);
  }

  private static ErrorResponseException refusal(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
