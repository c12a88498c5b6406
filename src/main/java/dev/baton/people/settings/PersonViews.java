package dev.baton.people.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.people.Absence;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.Language;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.people.RoutingTerms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
   * @param slackId who they are in Slack, where their e-mail address doesn't tell
   * @param absences that are not over
   */
  record PersonView(
      @JsonUnwrapped Identity identity,
      @JsonUnwrapped Terms terms,
      @Nullable Instant unresponsiveSince,
      @Nullable String slackId,
      Presence presence,
      List<AbsenceView> absences) {}

  /**
   * Who a person is.
   *
   * @param role a group: {@code sales}, {@code managers}, {@code marketing}, {@code designers},
   *     {@code camunda-admin}
   * @param language in which they read messages and pages: {@code en} or {@code de}; null: they
   *     have chosen none
   */
  record Identity(
      String id,
      String name,
      String email,
      String role,
      @Nullable String team,
      String zone,
      boolean active,
      @Nullable String language) {
    static Identity of(Person person) {
      return new Identity(
          person.id(),
          person.name(),
          person.email(),
          person.role().group(),
          person.team(),
          person.zone().getId(),
          person.active(),
          person.chosenLanguage().map(Language::code).orElse(null));
    }
  }

  /**
   * Routing settings of a person.
   *
   * @param hours null: round the clock
   * @param calendar whose holidays they have; null: the team's
   */
  record Terms(
      @Nullable Map<String, List<String>> hours,
      @Nullable String calendar,
      Set<String> skills,
      int weight,
      @Nullable Integer dailyCap,
      @Nullable Integer openCap) {
    static Terms of(RoutingTerms terms) {
      return new Terms(
          terms.hours() == null ? null : terms.hours().asText(),
          terms.calendar(),
          new TreeSet<>(terms.skills()),
          terms.weight(),
          terms.dailyCap(),
          terms.openCap());
    }
  }

  /**
   * A time away; without {@code to} until they are back.
   *
   * @param handOver whether open leads are handed over meanwhile
   * @param standIn to whom; null: to whom the routing chooses for each
   */
  record AbsenceView(
      String id,
      Instant from,
      @Nullable Instant to,
      @Nullable String note,
      boolean handOver,
      @Nullable String standIn,
      String by,
      Instant at) {
    static AbsenceView of(Absence absence) {
      return new AbsenceView(
          absence.id(),
          absence.from(),
          absence.to(),
          absence.note(),
          absence.handOver() != null,
          absence.handOver() == null ? null : absence.handOver().standIn(),
          absence.createdBy(),
          absence.createdAt());
    }
  }

  PersonView of(Person person) {
    return of(List.of(person)).get(0);
  }

  List<PersonView> of(List<Person> people) {
    Instant now = clock.instant();
    Function<Person, Presence> presences = availability.presences(people, now);
    Map<String, List<AbsenceView>> away =
        absences.notOver(people.stream().map(Person::id).toList(), now).stream()
            .collect(
                Collectors.groupingBy(
                    Absence::person, Collectors.mapping(AbsenceView::of, Collectors.toList())));
    return people.stream()
        .map(
            person ->
                new PersonView(
                    Identity.of(person),
                    Terms.of(person.terms()),
                    person.unresponsiveSince(),
                    person.slackId(),
                    presences.apply(person),
                    away.getOrDefault(person.id(), List.of())))
        .toList();
  }
}
