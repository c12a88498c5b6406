package dev.baton.connect.whatsapp;

import dev.baton.booking.Booking;
import dev.baton.booking.BookingEvent.What;
import dev.baton.booking.MeetingChanged;
import dev.baton.connect.connection.LeadMessages;
import dev.baton.connect.connection.LeadMessages.Due;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.handoff.record.OwnerAssigned;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What leads are written: who looks after them, if they asked for sales, and how their meeting
 * stands.
 */
@Component
class LeadEvents {
  private final LeadMessages messages;
  private final Handoffs handoffs;
  private final WhatsAppSettings settings;

  LeadEvents(LeadMessages messages, Handoffs handoffs, WhatsAppSettings settings) {
    this.messages = messages;
    this.handoffs = handoffs;
    this.settings = settings;
  }

  /** Who hasn't asked for anything isn't told that somebody looks after them. */
  @EventListener
  void on(OwnerAssigned fact) {
    if (!fact.first() || !messages.isHeard()) {
      return;
    }
    handoffs
        .find(fact.handoffId())
        .filter(handoff -> handoff.origin().handRaise())
        .map(Handoff::id)
        .ifPresent(
            handoff ->
                messages.write(
                    new Due(
                        "owner:" + handoff,
                        fact.leadId(),
                        handoff,
                        fact.at(),
                        Map.of("message", "owner"))));
  }

  @EventListener
  void on(MeetingChanged fact) {
    if (!messages.isHeard()) {
      return;
    }
    switch (fact.what()) {
      case BOOKED -> write(fact, "booked");
      case MOVED, TAKEN_OVER -> write(fact, "moved");
      case CANCELLED -> write(fact, "cancelled");
      case HELD, NO_SHOW, REOWNED -> {}
    }
    Instant reminder = fact.booking().startsAt().minus(settings.remindBefore());
    if (isSet(fact.what()) && !settings.remindBefore().isZero() && reminder.isAfter(fact.at())) {
      write(fact.booking(), "reminder", reminder);
    }
  }

  private static boolean isSet(What what) {
    return what == What.BOOKED || what == What.MOVED || what == What.TAKEN_OVER;
  }

  private void write(MeetingChanged fact, String message) {
    write(fact.booking(), message, fact.at());
  }

  private void write(Booking booking, String message, Instant at) {
    messages.write(
        new Due(
            "%s:%s:%d".formatted(message, booking.id(), booking.sequence()),
            booking.leadId(),
            booking.handoffId(),
            at,
            Map.of("message", message, "booking", booking.id(), "sequence", booking.sequence())));
  }
}
