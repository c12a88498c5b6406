package dev.baton.demo;

import dev.baton.booking.Booking;
import dev.baton.booking.BookingCommands;
import dev.baton.booking.BookingFollowUps;
import dev.baton.booking.BookingQueries;
import dev.baton.booking.MeetingCommands;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffState;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OpenHandoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Meetings of the demo's last days: leads that sales works on book the first time that they are
 * offered, most come, and some are still to come. Without chance, so that the rest of the story
 * stays as it is.
 */
@Component
@Profile("demo")
class SimulatedMeetings {
  private static final Set<HandoffState> WORKED_ON =
      Set.of(HandoffState.QUALIFICATION, HandoffState.FIRST_TOUCH, HandoffState.OPPORTUNITY);
  private static final int MOST = 6;
  private static final int EACH_THIRD = 3;
  private static final Duration AFTERWARDS = Duration.ofMinutes(5);
  private static final String ZONE = "Europe/Berlin";

  private final OpenHandoffs open;
  private final Handoffs handoffs;
  private final People people;
  private final BookingCommands bookings;
  private final MeetingCommands meetings;
  private final BookingFollowUps followUps;
  private final BookingQueries booked;
  private int ended;

  SimulatedMeetings(
      OpenHandoffs open,
      Handoffs handoffs,
      People people,
      BookingCommands bookings,
      MeetingCommands meetings,
      BookingFollowUps followUps,
      BookingQueries booked) {
    this.open = open;
    this.handoffs = handoffs;
    this.people = people;
    this.bookings = bookings;
    this.meetings = meetings;
    this.followUps = followUps;
    this.booked = booked;
  }

  /** Some are over and some lie ahead when the story ends. */
  void plan(ClockSchedule time, Instant end) {
    List.of(Duration.ofDays(7), Duration.ofDays(5), Duration.ofMinutes(90))
        .forEach(before -> time.at(end.minus(before), () -> book(time)));
  }

  private void book(ClockSchedule time) {
    List<String> reps = people.withRole(Role.SALES).stream().map(Person::id).toList();
    handoffs.find(open.idsOf(reps)).values().stream()
        .filter(handoff -> WORKED_ON.contains(handoff.state()))
        .filter(handoff -> booked.ofLead(handoff.leadId()).isEmpty())
        .sorted(Comparator.comparing(Handoff::since).reversed())
        .limit(MOST)
        .flatMap(handoff -> bookings.bookFirst(handoff.leadId(), ZONE).stream())
        .forEach(booking -> time.at(booking.endsAt().plus(AFTERWARDS), () -> end(booking)));
    time.settle();
  }

  private void end(Booking booking) {
    if (++ended % EACH_THIRD == 0) {
      meetings.noShow(booking.id(), booking.owner());
    } else {
      meetings.held(booking.id(), booking.owner());
      followUps.run();
    }
  }
}
