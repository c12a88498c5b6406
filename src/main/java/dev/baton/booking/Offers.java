package dev.baton.booking;

import dev.baton.booking.calendar.BusyTimes;
import dev.baton.booking.calendar.TimeSpan;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.Availability;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Times that are offered to a lead: those at which the owner of its open handoff is free. */
@Component
class Offers {
  private final Handoffs handoffs;
  private final People people;
  private final Availability availability;
  private final BusyTimes busyTimes;
  private final Bookings bookings;
  private final Clock clock;
  private final FreeTimes rule;

  Offers(
      Handoffs handoffs,
      People people,
      Availability availability,
      BusyTimes busyTimes,
      Bookings bookings,
      FreeTimes rule,
      Clock clock) {
    this.handoffs = handoffs;
    this.people = people;
    this.availability = availability;
    this.busyTimes = busyTimes;
    this.bookings = bookings;
    this.rule = rule;
    this.clock = clock;
  }

  /** Whom a lead would meet; empty while nobody is chosen. */
  Optional<Person> owner(String leadId) {
    return handoffs.open(leadId).map(Handoff::owner).flatMap(people::find).filter(Person::active);
  }

  /** With whom a meeting goes on: with whom it was, or who owns the lead where they have left. */
  Optional<Person> owner(Booking booking) {
    return people.find(booking.owner()).filter(Person::active).or(() -> owner(booking.leadId()));
  }

  /**
   * When somebody is free; it may ask for their own calendar, so not within a transaction.
   *
   * @param moved the meeting that is to be moved, whose own time is free for it
   */
  List<Instant> times(Person owner, Optional<Booking> moved) {
    Instant now = clock.instant();
    Stream<TimeSpan> booked =
        bookings.ahead(owner.id(), now).stream()
            .filter(booking -> moved.filter(one -> one.id().equals(booking.id())).isEmpty())
            .map(Booking::time);
    List<TimeSpan> away =
        availability.absences(owner, now).stream()
            .map(
                absence ->
                    new TimeSpan(
                        absence.from(), Objects.requireNonNullElse(absence.to(), Instant.MAX)))
            .toList();
    return rule.of(
        availability.meetingHours(owner),
        away,
        Stream.concat(booked, busyTimes.of(owner).stream()).toList(),
        now);
  }
}
