package dev.baton.booking;

import dev.baton.booking.BookingEvent.What;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.people.People;
import dev.baton.routing.FairAssignment;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands of sales about a meeting: how it went, that it is off, and who meets the lead. */
@Component
public class MeetingCommands {
  private final Bookings bookings;
  private final BookingChanges changes;
  private final Handoffs handoffs;
  private final People people;
  private final FairAssignment turns;
  private final Clock clock;

  MeetingCommands(
      Bookings bookings,
      BookingChanges changes,
      Handoffs handoffs,
      People people,
      FairAssignment turns,
      Clock clock) {
    this.bookings = bookings;
    this.changes = changes;
    this.handoffs = handoffs;
    this.people = people;
    this.turns = turns;
    this.clock = clock;
  }

  /** The meeting, if there is one and this person may answer the lead that it is with. */
  Optional<Booking> find(String id, String by) {
    return bookings
        .find(id)
        .filter(
            booking ->
                by.equals(booking.owner())
                    || handoffs
                        .find(booking.handoffId())
                        .filter(handoff -> mayAnswer(by, handoff))
                        .isPresent());
  }

  private boolean mayAnswer(String by, Handoff handoff) {
    return people
        .find(by)
        .filter(person -> HandoffPermissions.mayAnswer(person, handoff))
        .isPresent();
  }

  /** They met. */
  @Transactional
  public Booking held(String id, String by) {
    return changes.end(begun(id), BookingState.HELD, by);
  }

  /** The lead didn't come: the rep, who took a turn for it in vain, gets it back. */
  @Transactional
  public Booking noShow(String id, String by) {
    Booking missed = changes.end(begun(id), BookingState.NO_SHOW, by);
    turns.giveBack(missed.handoffId(), missed.owner(), clock.instant());
    return missed;
  }

  @Transactional
  public Booking cancel(String id, String by) {
    Booking booking = ahead(id);
    return changes.change(booking, booking.cancelled(), What.CANCELLED, by);
  }

  /** Whom the lead belongs to now meets it too. */
  @Transactional
  public Booking takeOver(String id, String by) {
    Booking booking = ahead(id);
    boolean owns =
        handoffs.open(booking.leadId()).map(Handoff::owner).filter(by::equals).isPresent();
    if (!owns) {
      throw ApiProblem.forbidden("Only who owns the lead takes its meeting over");
    }
    if (booking.owner().equals(by)) {
      throw new Conflict("It is your meeting already", booking.state(), by, null);
    }
    Booking taken = booking.at(by, booking.startsAt(), booking.endsAt(), booking.zone());
    return changes.change(booking, taken, What.TAKEN_OVER, by);
  }

  private Booking ahead(String id) {
    Booking booking = changes.lock(id);
    if (!booking.isAhead(clock.instant())) {
      throw new Conflict(
          booking.isBooked()
              ? "This meeting has begun; say whether it was held"
              : "This meeting isn't to come any more",
          booking.state(),
          null,
          null);
    }
    return booking;
  }

  private Booking begun(String id) {
    Booking booking = changes.lock(id);
    Instant now = clock.instant();
    if (!booking.isBooked()) {
      throw new Conflict("What became of it is known already", booking.state(), null, null);
    }
    if (booking.startsAt().isAfter(now)) {
      throw new Conflict(
          "This meeting hasn't begun yet", booking.state(), null, booking.startsAt());
    }
    return booking;
  }
}
