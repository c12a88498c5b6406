package dev.baton.people.settings;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.people.StaffDirectory;
import dev.baton.privacy.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/people}. Managers keep reps, an administrator keeps everybody. */
@RestController
@RequestMapping("/api/people")
class PeopleController {
  private final People people;
  private final PersonParser parser;
  private final StaffDirectory directory;
  private final PersonViews views;
  private final AuditTrail audit;

  PeopleController(
      People people,
      PersonParser parser,
      StaffDirectory directory,
      PersonViews views,
      AuditTrail audit) {
    this.people = people;
    this.parser = parser;
    this.directory = directory;
    this.views = views;
    this.audit = audit;
  }

  record PeoplePage(List<PersonViews.PersonView> items) {}

  @Operation(summary = "Everybody who works here, on which terms, and who is here now")
  @GetMapping
  PeoplePage all() {
    return new PeoplePage(views.of(people.all()));
  }

  @Operation(
      summary = "Add a person or change one; inactive people get no leads and can't log in",
      description =
          "name, email, role (a group), team, zone, active, password; for reps hours"
              + " ({\"mon\":[\"09:00-12:30\",\"13:30-18:00\"]}, null: round the clock), calendar"
              + " (null: the team's), skills (a list of words), weight (1 to 10), dailyCap and"
              + " openCap (null: none), slackId (a member id; null: found by e-mail), language (of"
              + " messages and pages: en or de; null: none chosen)."
              + " What is not sent stays as it is. Who is new and inactive needs no password: invite"
              + " them (POST /api/people/{id}/invitation).")
  @PutMapping("/{id}")
  @Transactional
  PersonViews.PersonView save(
      @PathVariable String id, @RequestBody Map<String, Object> fields, Authentication by) {
    // locked: a mark that is set or an absence that ends meanwhile must not be written over
    Optional<Person> known = people.lock(id);
    Person person = parser.read(id, fields, known);
    boolean ofReps = person.isRep() && known.map(Person::isRep).orElse(!directory.isUser(id));
    if (!ofReps && !PeoplePermissions.keepsEverybody(by)) {
      throw ApiProblem.forbidden("Only an administrator keeps people who aren't reps");
    }
    if (known.filter(PeopleController::isAdministrator).isPresent()
        && !isAdministrator(person)
        && isOnlyAdministrator(id)) {
      throw new Conflict(
          "%s is the only administrator; make somebody else one first".formatted(person.name()));
    }
    directory.save(person, Optional.ofNullable((String) fields.get("password")));
    audit.add(
        by.getName(),
        "person_saved",
        "person " + id,
        known.map(PeopleController::terms).orElse(null),
        terms(person) + (fields.containsKey("password") ? ", new password" : ""));
    return views.of(person);
  }

  private static boolean isAdministrator(Person person) {
    return person.active() && person.role() == Role.ADMIN;
  }

  /** Locked, so that of two who let each other go one stays. */
  private boolean isOnlyAdministrator(String id) {
    return people.withRole(Role.ADMIN).stream()
        .map(Person::id)
        .sorted()
        .filter(other -> !other.equals(id))
        .noneMatch(
            other -> people.lock(other).filter(PeopleController::isAdministrator).isPresent());
  }

  /** For the audit, in codes only: who it is, the id says. */
  private static String terms(Person person) {
    return "%s, team %s, %s, %s, %s"
        .formatted(
            person.role().group(),
            person.team(),
            person.zone(),
            person.active() ? "active" : "inactive",
            person.terms());
  }
}
