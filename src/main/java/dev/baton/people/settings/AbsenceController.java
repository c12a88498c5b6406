package dev.baton.people.settings;

import dev.baton.input.ApiProblem;
import dev.baton.people.Absence;
import dev.baton.people.Absence.HandOver;
import dev.baton.people.Absences;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Presence;
import dev.baton.sql.Sql;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of absences, {@code /api/people/{id}/…}. Reps say it of themselves, managers of every
 * rep, an administrator of everybody.
 */
@RestController
@RequestMapping("/api/people/{id}")
class AbsenceController {
  /** A form that lay open for a moment still means now. */
  private static final Duration JUST_NOW = Duration.ofMinutes(5);

  private final People people;
  private final Absences absences;
  private final PersonViews views;
  private final StandIns standIns;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  AbsenceController(
      People people,
      Absences absences,
      PersonViews views,
      Availability availability,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.people = people;
    this.absences = absences;
    this.views = views;
    this.standIns = new StandIns(people, availability);
    this.facts = facts;
    this.clock = clock;
  }

  /** Runs before a body is read: of whom comes before what. */
  @ModelAttribute
  void mayKeep(@PathVariable String id, Authentication by) {
    PeoplePermissions.checkKeeps(by, id, people);
  }

  @Operation(
      summary = "Say that somebody is away and gets no leads",
      description =
          "from (default now), to (absent: until they are back), note; instants with offset."
              + " handOver: true hands their open leads over from then until they are back:"
              + " to standIn (a rep), or without one to whom the routing chooses for each")
  @PostMapping("/absences")
  @Transactional
  PersonViews.AbsenceView away(
      @PathVariable String id, @RequestBody Map<String, Object> fields, Principal by) {
    Instant now = clock.instant();
    ChangeReader change = new ChangeReader(fields);
    Instant from = from(change, now);
    Instant to = change.instant("to");
    if (to != null && !to.isAfter(from)) {
      change.wrong("to", "not after its beginning");
    }
    String note = change.text("note", null, 400);
    HandOver handOver = standIns.read(id, from, change);
    change.check("The absence was not saved");
    Absence absence = new Absence(Sql.newId(), id, from, to, note, by.getName(), now, handOver);
    // a turn locks the person too: what they are given before this is among their open leads
    people.lock(id);
    absences.add(absence);
    facts.publishEvent(new Absence.Changed(id));
    return PersonViews.AbsenceView.of(absence);
  }

  private static Instant from(ChangeReader change, Instant now) {
    Instant from = change.instant("from");
    if (from == null) {
      return now;
    }
    if (from.isBefore(now.minus(JUST_NOW))) {
      change.wrong("from", "in the past, which stays as it was; leave it out for now");
    }
    return from.isBefore(now) ? now : from;
  }

  @Operation(
      summary = "Take an absence back, or end it now when it has begun: the past stays as it was")
  @DeleteMapping("/absences/{absence}")
  @Transactional
  PersonViews.PersonView end(@PathVariable String id, @PathVariable String absence) {
    Instant now = clock.instant();
    Absence known =
        absences
            .find(absence)
            .filter(found -> found.person().equals(id))
            .orElseThrow(() -> ApiProblem.notFound("%s has no absence %s".formatted(id, absence)));
    if (known.to() != null && !known.to().isAfter(now)) {
      throw new ApiProblem(HttpStatus.CONFLICT, "This absence is over; the past stays as it was");
    }
    absences.end(absence, now);
    facts.publishEvent(new Absence.Changed(id));
    return view(id);
  }

  @Operation(summary = "Say that somebody is back and takes leads again")
  @PostMapping("/return")
  @Transactional
  PersonViews.PersonView back(@PathVariable String id) {
    Instant now = clock.instant();
    people.lock(id);
    absences.of(id).stream()
        .filter(absence -> absence.covers(now))
        .forEach(absence -> absences.end(absence.id(), now));
    people.isBack(id);
    facts.publishEvent(new Absence.Changed(id));
    return view(id);
  }

  private PersonViews.PersonView view(String id) {
    return views.of(people.find(id).orElseThrow());
  }

  /** Stand-ins: whether somebody can be one. */
  private record StandIns(People people, Availability availability) {
    /** What is said of the hand-over; who is named stands in. */
    @Nullable HandOver read(String person, Instant from, ChangeReader change) {
      String named = change.text("standIn", null, 64);
      boolean told = change.fields().raw("handOver") != null;
      if (told ? !change.flag("handOver", false) : named == null) {
        if (named != null) {
          change.wrong("standIn", "nothing is handed over; leave one of the two out");
        }
        return null;
      }
      if (people.find(person).filter(Person::isRep).isEmpty()) {
        change.wrong("handOver", "only a rep has leads to hand over");
      }
      if (named != null) {
        hindrance(named, person, from).ifPresent(why -> change.wrong("standIn", why));
      }
      return new HandOver(named);
    }

    private Optional<String> hindrance(String named, String person, Instant from) {
      if (named.equals(person)) {
        return Optional.of("somebody else, please");
      }
      Optional<Person> rep = people.find(named).filter(Person::isActiveRep);
      if (rep.isEmpty()) {
        return Optional.of("'%s' is not an active rep".formatted(named));
      }
      return rep.map(standIn -> availability.of(standIn, from))
          .filter(presence -> presence.state() == Presence.State.ABSENT)
          .map(away -> rep.get().name() + " is away then too");
    }
  }
}
