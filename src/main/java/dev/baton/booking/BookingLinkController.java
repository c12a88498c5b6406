package dev.baton.booking;

import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code POST /api/leads/{id}/booking-link}: a link that a rep sends to a lead. */
@RestController
class BookingLinkController {
  private final BookingLinks links;
  private final Handoffs handoffs;
  private final People people;
  private final Clock clock;

  BookingLinkController(BookingLinks links, Handoffs handoffs, People people, Clock clock) {
    this.links = links;
    this.handoffs = handoffs;
    this.people = people;
    this.clock = clock;
  }

  /** Where a lead books, and until when. */
  record NewLink(String url, Instant expiresAt) {}

  @Operation(
      summary = "Make a link on which a lead books a meeting with its owner",
      description = "It is shown once; for who may answer the lead, while its handoff is open")
  @PostMapping("/api/leads/{id}/booking-link")
  @ResponseStatus(HttpStatus.CREATED)
  NewLink make(@PathVariable String id, Principal by) {
    Optional<Handoff> latest = handoffs.ofLead(id).stream().reduce((first, last) -> last);
    Person person = people.find(by.getName()).orElseThrow(() -> unknown(id));
    if (latest.filter(handoff -> HandoffPermissions.mayAnswer(person, handoff)).isEmpty()) {
      throw unknown(id);
    }
    if (latest.get().isClosed()) {
      throw new Conflict(
          "This lead isn't with sales any more",
          latest.get().state(),
          null,
          latest.get().closedAt());
    }
    return new NewLink(links.make(id), clock.instant().plus(BookingLinks.LIFE));
  }

  private static ApiProblem unknown(String id) {
    return ApiProblem.notFound("There is no lead %s for you".formatted(id));
  }
}
