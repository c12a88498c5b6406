package dev.baton.booking;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/bookings}: the meetings that leads booked, and how they went. */
@RestController
@RequestMapping("/api/bookings")
class BookingController {
  private static final int MOST_PAGES = 10_000;

  private final BookingQueries queries;
  private final MeetingCommands commands;
  private final BookingFollowUps followUps;

  BookingController(BookingQueries queries, MeetingCommands commands, BookingFollowUps followUps) {
    this.queries = queries;
    this.commands = commands;
    this.followUps = followUps;
  }

  @Operation(summary = "Meetings with leads, the latest first")
  @GetMapping
  BookingQueries.Page list(
      @RequestParam(required = false) @Nullable String leadId,
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String page,
      Principal reader) {
    FieldReader fields = new FieldReader(page == null ? Map.of() : Map.of("page", page));
    Integer number = fields.number("page", 0, MOST_PAGES);
    fields.check();
    return queries.list(leadId, owner, Objects.requireNonNullElse(number, 0), reader.getName());
  }

  @Operation(summary = "Say that a meeting was held")
  @PostMapping("/{id}/held")
  Booking held(@PathVariable String id, Principal by) {
    checkVisible(id, by);
    Booking held = commands.held(id, by.getName());
    followUps.run();
    return held;
  }

  @Operation(summary = "Say that the lead didn't come; the rep gets the turn back")
  @PostMapping("/{id}/no-show")
  Booking noShow(@PathVariable String id, Principal by) {
    checkVisible(id, by);
    return commands.noShow(id, by.getName());
  }

  @Operation(summary = "Cancel a meeting that is to come; both are told")
  @PostMapping("/{id}/cancel")
  Booking cancel(@PathVariable String id, Principal by) {
    checkVisible(id, by);
    return commands.cancel(id, by.getName());
  }

  @Operation(summary = "Take over the meeting with a lead that is yours now; all are told")
  @PostMapping("/{id}/take-over")
  Booking takeOver(@PathVariable String id, Principal by) {
    checkVisible(id, by);
    return commands.takeOver(id, by.getName());
  }

  private void checkVisible(String id, Principal by) {
    if (commands.find(id, by.getName()).isEmpty()) {
      throw ApiProblem.notFound("There is no meeting %s for you".formatted(id));
    }
  }
}
