package dev.baton.booking;

import dev.baton.BatonSettings;
import dev.baton.booking.BookingLinks.BookingLink;
import dev.baton.booking.BookingPage.State;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.Language;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
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
  private final MessageSource texts;

  BookingPageAssembler(
      Offers offers,
      Bookings bookings,
      Handoffs handoffs,
      Invitations names,
      Clock clock,
      BatonSettings settings,
      MessageSource texts) {
    this.texts = texts;
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

  /** Who looks at the page: the zone in which times are shown, and the language. */
  record Visitor(ZoneId zone, Language language) {}

  BookingPage of(BookingLink link, Optional<Booking> booking, Visitor visitor) {
    Instant now = clock.instant();
    if (booking.filter(one -> one.isAhead(now)).isPresent()) {
      return booked(booking.get(), visitor);
    }
    if (booking.filter(one -> one.isBooked() || one.state() == BookingState.HELD).isPresent()) {
      String owner = names.nameOfOwner(booking.get());
      return closed(visitor, text(visitor, "book.past", owner, when(booking.get(), visitor)));
    }
    if (bookings.ofLead(link.leadId()).stream().anyMatch(one -> one.isAhead(now))) {
      return closed(visitor, text(visitor, "book.has_one"));
    }
    return choose(link, visitor);
  }

  private String text(Visitor visitor, String key, Object... named) {
    return texts.getMessage(key, named, visitor.language().locale());
  }

  private static String when(Booking booking, Visitor visitor) {
    return BookingText.when(booking, visitor.zone(), visitor.language());
  }

  private BookingPage choose(BookingLink link, Visitor visitor) {
    Optional<Person> owner = offers.owner(link.leadId());
    if (owner.isPresent()) {
      List<Instant> times = offers.times(owner.get(), Optional.empty());
      String name = owner.get().name();
      return new BookingPage(
          State.CHOOSE,
          name,
          BookingText.name(visitor.zone()),
          null,
          times.isEmpty() ? text(visitor, "book.none_free", name) : null,
          BookingPage.days(times, visitor.zone(), visitor.language()));
    }
    boolean isOver =
        handoffs.open(link.leadId()).isEmpty() && !handoffs.ofLead(link.leadId()).isEmpty();
    return isOver
        ? closed(visitor, text(visitor, "book.over"))
        : new BookingPage(
            State.WAITING,
            null,
            BookingText.name(visitor.zone()),
            null,
            text(visitor, "book.choosing"),
            List.of());
  }

  private BookingPage booked(Booking booking, Visitor visitor) {
    Optional<Person> owner = offers.owner(booking);
    return new BookingPage(
        State.BOOKED,
        names.nameOfOwner(booking),
        BookingText.name(visitor.zone()),
        when(booking, visitor),
        null,
        owner
            .map(one -> offers.times(one, Optional.of(booking)))
            .map(times -> times.stream().filter(at -> !at.equals(booking.startsAt())).toList())
            .map(times -> BookingPage.days(times, visitor.zone(), visitor.language()))
            .orElse(List.of()));
  }

  private static BookingPage closed(Visitor visitor, String said) {
    return new BookingPage(
        State.CLOSED, null, BookingText.name(visitor.zone()), null, said, List.of());
  }
}
