package dev.baton.connect.whatsapp;

import dev.baton.booking.Booking;
import dev.baton.booking.BookingEvent.What;
import dev.baton.booking.MeetingChanged;
import dev.baton.connect.connection.FactKind;
import dev.baton.connect.connection.FactRecorder;
import dev.baton.connect.connection.OutboundFact;
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
  private final FactRecorder recorder;
  private final Handoffs handoffs;
  private final WhatsAppSettings settings;

  LeadEvents(FactRecorder recorder, Handoffs handoffs, WhatsAppSettings settings) {
    this.recorder = recorder;
    this.handoffs = handoffs;
    this.settings = settings;
  }

  /** Who hasn't asked for anything isn't told that somebody looks after them. */
  @EventListener
  void on(OwnerAssigned fact) {
    if (!fact.first() || !recorder.isHeard(FactKind.MESSAGE)) {
      return;
    }
    handoffs
        .find(fact.handoffId())
        .filter(handoff -> handoff.origin().handRaise())
        .map(Handoff::id)
        .ifPresent(
            handoff ->
                recorder.record(
                    new OutboundFact(
                        "message:owner:" + handoff,
                        FactKind.MESSAGE,
                        fact.leadId(),
                        handoff,
                        fact.at(),
                        Map.of("message", "owner"))));
  }

  @EventListener
  void on(MeetingChanged fact) {
    if (!recorder.isHeard(FactKind.MESSAGE)) {
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
    recorder.record(
        new OutboundFact(
            "message:%s:%s:%d".formatted(message, booking.id(), booking.sequence()),
            FactKind.MESSAGE,
            booking.leadId(),
            booking.handoffId(),
            at,
            Map.of("message", message, "booking", booking.id(), "sequence", booking.sequence())));
  }
}
