package dev.baton.people;

import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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
  private final Clock clock;

  AbsenceController(People people, Absences absences, PersonViews views, Clock clock) {
    this.people = people;
    this.absences = absences;
    this.views = views;
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
          "from (default now), to (absent: until they are back), note; instants with offset")
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
    change.check("The absence was not saved");
    Absence absence =
        new Absence(UUID.randomUUID().toString(), id, from, to, note, by.getName(), now);
    absences.add(absence);
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
    return view(id);
  }

  private PersonViews.PersonView view(String id) {
    return views.of(people.find(id).orElseThrow());
  }
}
