package dev.baton.booking;

import dev.baton.alert.mail.MailAccounts;
import dev.baton.booking.calendar.Invitation;
import dev.baton.booking.calendar.Invitation.Guest;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.signal.Signals;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invitations to meetings: who meets whom, in words and as iCalendar. */
@Component
class Invitations {
  private static final String LANGUAGE = "language";

  private final Leads leads;
  private final Signals signals;
  private final People people;
  private final BookingSettings terms;
  private final MailAccounts mail;
  private final Clock clock;

  Invitations(
      Leads leads,
      Signals signals,
      People people,
      BookingSettings terms,
      MailAccounts mail,
      Clock clock) {
    this.leads = leads;
    this.signals = signals;
    this.people = people;
    this.terms = terms;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * The invitation of a meeting as it is.
   *
   * @param description for who gets this one alone
   */
  Invitation of(Booking booking, @Nullable String description) {
    Stream<Guest> owner =
        people.find(booking.owner()).stream().map(rep -> new Guest(rep.name(), rep.email()));
    Stream<Guest> lead =
        leads.find(booking.leadId()).map(Lead::email).stream()
            .map(email -> new Guest(nameOfLead(booking), email));
    return invitation(
        booking,
        "%s – %s".formatted(nameOfLead(booking), nameOfOwner(booking)),
        description,
        Stream.concat(owner, lead).toList());
  }

  /** One that names nobody, for the calendar of who was to meet somebody erased. */
  Invitation ofNobody(Booking booking) {
    return invitation(
        booking,
        "Meeting",
        null,
        people.find(booking.owner()).stream()
            .map(rep -> new Guest(rep.name(), rep.email()))
            .toList());
  }

  private Invitation invitation(
      Booking booking, String summary, @Nullable String description, List<Guest> guests) {
    return new Invitation(
        booking.id(),
        booking.sequence(),
        booking.time(),
        summary,
        description,
        mail.from().address(),
        guests,
        terms.place(),
        clock.instant());
  }

  /** As people speak of a lead. */
  String nameOfLead(Booking booking) {
    return leads
        .find(booking.leadId())
        .flatMap(
            lead ->
                Profile.of(leads.profileLog(lead.id()), clock.instant())
                    .name()
                    .or(() -> Optional.ofNullable(lead.email())))
        .orElse("Somebody");
  }

  /** In which the lead is written about its meeting. */
  Language language(Booking booking) {
    Profile known = Profile.of(leads.profileLog(booking.leadId()), clock.instant());
    Map<String, String> told = signals.latest(booking.leadId(), LANGUAGE, LANGUAGE);
    return Language.ofLead(Optional.ofNullable(told.get(LANGUAGE)), known.get("country"));
  }

  String nameOfOwner(Booking booking) {
    return nameOf(booking.owner());
  }

  String nameOf(String person) {
    return people.find(person).map(Person::name).orElse(person);
  }
}
