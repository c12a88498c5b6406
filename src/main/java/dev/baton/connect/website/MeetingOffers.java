package dev.baton.connect.website;

import dev.baton.booking.BookingLinks;
import dev.baton.connect.source.PayloadIntake;
import dev.baton.stage.StageRules;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers of a meeting to whoever asks for sales by a form: a link to choose a time at once. */
@Component
class MeetingOffers {
  private final StageRules rules;
  private final BookingLinks bookings;

  MeetingOffers(StageRules rules, BookingLinks bookings) {
    this.rules = rules;
    this.bookings = bookings;
  }

  Optional<String> of(PayloadIntake.Taken taken) {
    return taken.told().stream()
        .filter(told -> rules.isHandRaiser(told.type()))
        .findFirst()
        .map(told -> bookings.make(told.leadId()));
  }
}
