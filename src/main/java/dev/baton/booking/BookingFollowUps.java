package dev.baton.booking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.booking.BookingEvent.What;
import dev.baton.handoff.HandoffCommands;
import dev.baton.input.ApiProblem;
import dev.baton.lead.Leads;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * What follows from a meeting once it is kept: a signal of the lead, once, and a touch of the rep,
 * which the table {@code first-touch} judges (rule R19): a lead that books has replied, one that
 * came was spoken with. What a crash left out is done at the next start.
 */
@Component
public class BookingFollowUps implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BookingFollowUps.class);
  private static final String SENDER = "booking";

  private final BookingEvents events;
  private final Bookings bookings;
  private final Leads leads;
  private final SignalFeed feed;
  private final HandoffCommands handoffs;
  private final ObjectMapper json;
  private final Clock clock;

  BookingFollowUps(
      BookingEvents events,
      Bookings bookings,
      Leads leads,
      SignalFeed feed,
      HandoffCommands handoffs,
      ObjectMapper json,
      Clock clock) {
    this.events = events;
    this.bookings = bookings;
    this.leads = leads;
    this.feed = feed;
    this.handoffs = handoffs;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments args) {
    run();
  }

  /** All that is still to follow; two at once do each thing once. */
  public void run() {
    for (BookingEvent event : events.unfollowed()) {
      try {
        bookings.find(event.bookingId()).ifPresent(booking -> follow(event, booking));
      } catch (RuntimeException e) {
        // the meeting stands, and what follows from it is tried again with the next one
        LOG.error("What follows from the meeting {} wasn't recorded", event.bookingId(), e);
      }
    }
  }

  private void follow(BookingEvent event, Booking booking) {
    boolean held = event.what() == What.HELD;
    leads
        .find(booking.leadId())
        .ifPresent(
            lead -> {
              ObjectNode signal = json.createObjectNode();
              signal.put("type", held ? "meeting_held" : "meeting_booked");
              signal.put("id", (held ? "held:" : "booked:") + booking.id());
              signal.putObject("properties").put("startsAt", event.startsAt().toString());
              feed.record(SENDER, lead, signal);
            });
    if (events.follow(event, clock.instant())) {
      touch(
          event,
          booking,
          held
              ? Map.of("kind", "meeting", "outcome", "connected")
              : Map.of("kind", "message", "outcome", "replied", "note", "Booked a meeting"));
    }
  }

  /** By whoever said so; a booking is the lead's answer to its owner. */
  private void touch(BookingEvent event, Booking booking, Map<String, Object> fields) {
    String by = event.by() == null ? event.owner() : event.by();
    try {
      handoffs.touch(booking.handoffId(), fields, by);
    } catch (ApiProblem problem) {
      LOG.info(
          "The meeting {} is no touch of handoff {}: {}",
          booking.id(),
          booking.handoffId(),
          problem.getMessage());
    }
  }
}
