package dev.baton.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Views of people as the contract has them, with their availability now. */
@Component
class PersonViews {
  private final Availability availability;
  private final Absences absences;
  private final Clock clock;

  PersonViews(Availability availability, Absences absences, Clock clock) {
    this.availability = availability;
    this.absences = absences;
    this.clock = clock;
  }

  /**
   * A person.
   *
   * @param role a group: {@code sales}, {@code managers}, {@code marketing}, {@code designers},
   *     {@code camunda-admin}
   * @param hours null: round the clock
   * @param calendar whose holidays they have; null: the team's
   * @param slackId who they are in Slack, where their e-mail address doesn't tell
   * @param absences that are not over
   */
  record PersonView(
      String id,
      String name,
      String email,
      String role,
      String team,
      String zone,
      boolean active,
      Map<String, List<String>> hours,
      String calendar,
      Set<String> skills,
      int weight,
      Integer dailyCap,
      Integer openCap,
      Instant unresponsiveSince,
      String slackId,
      Presence presence,
      List<AbsenceView> absences) {}

  /** A time away; without {@code to} until they are back. */
  record AbsenceView(String id, Instant from, Instant to, String note, String by, Instant at) {
    static AbsenceView of(Absence absence) {
      return new AbsenceView(
          absence.id(),
          absence.from(),
          absence.to(),
          absence.note(),
          absence.createdBy(),
          absence.createdAt());
    }
  }

  PersonView of(Person person) {
    return of(List.of(person)).get(0);
  }

  List<PersonView> of(List<Person> people) {
    Instant now = clock.instant();
    Map<String, Presence> presences = availability.of(people, now);
    Map<String, List<AbsenceView>> away =
        absences.notOver(people.stream().map(Person::id).toList(), now).stream()
            .collect(
                Collectors.groupingBy(
                    Absence::person, Collectors.mapping(AbsenceView::of, Collectors.toList())));
    return people.stream()
        .map(
            person ->
                card(person, presences.get(person.id()), away.getOrDefault(person.id(), List.of())))
        .toList();
  }

  private static PersonView card(Person person, Presence presence, List<AbsenceView> away) {
    RoutingTerms terms = person.terms();
    return new PersonView(
        person.id(),
        person.name(),
        person.email(),
        person.role().group(),
        person.team(),
        person.zone().getId(),
        person.active(),
        terms.hours() == null ? null : terms.hours().asText(),
        terms.calendar(),
        new TreeSet<>(terms.skills()),
        terms.weight(),
        terms.dailyCap(),
        terms.openCap(),
        person.unresponsiveSince(),
        person.slackId(),
        presence,
        away);
  }
}
