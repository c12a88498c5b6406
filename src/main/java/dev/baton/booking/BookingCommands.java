package dev.baton.booking;

import dev.baton.booking.BookingEvent.What;
import dev.baton.booking.BookingLinks.BookingLink;
import dev.baton.input.Conflict;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Commands of a lead about its meeting. When somebody is free is asked before the transaction,
 * since their own calendar may have to be called; that nobody gets a time twice is the database's
 * to say.
 */
@Component
public class BookingCommands {
  private final Offers offers;
  private final BookingLinks links;
  private final BookingChanges changes;
  private final BookingFollowUps followUps;
  private final BookingSettings terms;
  private final Clock clock;
  private final TransactionTemplate transaction;

  BookingCommands(
      Offers offers,
      BookingLinks links,
      BookingChanges changes,
      BookingFollowUps followUps,
      BookingSettings terms,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.offers = offers;
    this.links = links;
    this.changes = changes;
    this.followUps = followUps;
    this.terms = terms;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Books a time that is free. */
  Booking book(BookingLink link, Instant at, String zone) {
    Person owner = offers.owner(link.leadId()).orElseThrow(BookingCommands::nobody);
    checkFree(owner, Optional.empty(), at);
    Booking booked = run(() -> changes.book(link, owner.id(), at, at.plus(terms.length()), zone));
    followUps.run();
    return booked;
  }

  /** Books the first time that is offered to a lead; empty where none is. */
  public Optional<Booking> bookFirst(String leadId, String zone) {
    return offers
        .owner(leadId)
        .flatMap(owner -> offers.times(owner, Optional.empty()).stream().findFirst())
        .map(at -> book(links.of(leadId), at, zone));
  }

  /** Moves a meeting to another time that is free. */
  Booking move(Booking booking, Instant at, String zone) {
    checkAhead(booking);
    Person owner = offers.owner(booking).orElseThrow(BookingCommands::nobody);
    checkFree(owner, Optional.of(booking), at);
    return run(
        () -> {
          Booking now = changes.lock(booking.id());
          checkAhead(now);
          Booking moved = now.at(owner.id(), at, at.plus(terms.length()), zone);
          return changes.change(now, moved, What.MOVED, null);
        });
  }

  /** Cancels one that is still to come. */
  Booking cancel(Booking booking) {
    return run(
        () -> {
          Booking now = changes.lock(booking.id());
          checkAhead(now);
          return changes.change(now, now.cancelled(), What.CANCELLED, null);
        });
  }

  private Booking run(Supplier<Booking> change) {
    return Objects.requireNonNull(transaction.execute(status -> change.get()));
  }

  private void checkAhead(Booking booking) {
    if (!booking.isAhead(clock.instant())) {
      throw new Conflict(
          "This meeting can't be changed any more", booking.state(), null, booking.startsAt());
    }
  }

  private void checkFree(Person owner, Optional<Booking> moved, Instant at) {
    if (!offers.times(owner, moved).contains(at)) {
      throw BookingChanges.taken();
    }
  }

  private static Conflict nobody() {
    return new Conflict("Nobody is chosen yet whom you could meet; please try again in a moment");
  }
}
