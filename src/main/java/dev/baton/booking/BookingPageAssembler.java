package dev.baton.booking;

import dev.baton.BatonSettings;
import dev.baton.booking.BookingLinks.BookingLink;
import dev.baton.booking.BookingPage.State;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembler of the booking page: it says no more of a lead than what was booked by this link. */
@Component
class BookingPageAssembler {
  private final Offers offers;
  private final Bookings bookings;
  private final Handoffs handoffs;
  private final Invitations names;
  private final Clock clock;
  private final ZoneId defaultZone;

  BookingPageAssembler(
      Offers offers,
      Bookings bookings,
      Handoffs handoffs,
      Invitations names,
      Clock clock,
      BatonSettings settings) {
    this.offers = offers;
    this.bookings = bookings;
    this.handoffs = handoffs;
    this.names = names;
    this.clock = clock;
    this.defaultZone = settings.zone();
  }

  /** The zone of whom the lead meets. */
  ZoneId zone(BookingLink link, Optional<Booking> booking) {
    return booking
        .flatMap(offers::owner)
        .or(() -> offers.owner(link.leadId()))
        .map(Person::zone)
        .orElse(defaultZone);
  }

  BookingPage of(BookingLink link, Optional<Booking> booking, ZoneId zone) {
    Instant now = clock.instant();
    if (booking.filter(one -> one.isAhead(now)).isPresent()) {
      return booked(booking.get(), zone);
    }
    if (booking.filter(one -> one.isBooked() || one.state() == BookingState.HELD).isPresent()) {
      String owner = names.nameOfOwner(booking.get());
      return closed(
          zone,
          "Your meeting with %s was on %s."
              .formatted(owner, BookingText.when(booking.get(), zone)));
    }
    if (bookings.ofLead(link.leadId()).stream().anyMatch(one -> one.isAhead(now))) {
      return closed(
          zone,
          "You have a meeting with us already. The link to move or cancel it is in our mail about"
              + " it.");
    }
    return choose(link, zone);
  }

  private BookingPage choose(BookingLink link, ZoneId zone) {
    Optional<Person> owner = offers.owner(link.leadId());
    if (owner.isPresent()) {
      List<Instant> times = offers.times(owner.get(), Optional.empty());
      return page(
          State.CHOOSE,
          owner.get(),
          zone,
          null,
          times.isEmpty()
              ? "No time is free in the next days. %s will get in touch with you."
                  .formatted(owner.get().name())
              : null,
          times);
    }
    boolean isOver =
        handoffs.open(link.leadId()).isEmpty() && !handoffs.ofLead(link.leadId()).isEmpty();
    return isOver
        ? closed(zone, "This link offers no times any more. Please write to us.")
        : new BookingPage(
            State.WAITING,
            null,
            BookingText.name(zone),
            null,
            "We are choosing who of us can help you best. This page looks again in a moment.",
            List.of());
  }

  private BookingPage booked(Booking booking, ZoneId zone) {
    Optional<Person> owner = offers.owner(booking);
    return new BookingPage(
        State.BOOKED,
        names.nameOfOwner(booking),
        BookingText.name(zone),
        BookingText.when(booking, zone),
        null,
        owner
            .map(one -> offers.times(one, Optional.of(booking)))
            .map(times -> times.stream().filter(at -> !at.equals(booking.startsAt())).toList())
            .map(times -> BookingPage.days(times, zone))
            .orElse(List.of()));
  }

  private static BookingPage page(
      State state,
      Person owner,
      ZoneId zone,
      @Nullable String when,
      @Nullable String said,
      List<Instant> times) {
    return new BookingPage(
        state, owner.name(), BookingText.name(zone), when, said, BookingPage.days(times, zone));
  }

  private static BookingPage closed(ZoneId zone, String said) {
    return new BookingPage(State.CLOSED, null, BookingText.name(zone), null, said, List.of());
  }
}
