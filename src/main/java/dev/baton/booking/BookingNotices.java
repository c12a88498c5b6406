package dev.baton.booking;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.booking.BookingEvent.What;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is told about a meeting: its owner over their channels, the lead by mail, both with what
 * goes into their calendars.
 */
@Component
class BookingNotices {
  /** A meeting so soon is told in quiet hours too. */
  private static final Duration SOON = Duration.ofHours(12);

  private final Outbox outbox;
  private final Invitations invitations;
  private final People people;

  BookingNotices(Outbox outbox, Invitations invitations, People people) {
    this.outbox = outbox;
    this.invitations = invitations;
    this.people = people;
  }

  /** Tells both of a meeting that is new, moved, off, or another colleague's. */
  void tell(Booking booking, What what, Instant now) {
    outbox.write(
        NoticeKind.INVITATION,
        InvitationEmails.id(booking),
        booking.leadId(),
        InvitationEmails.subject(what, invitations.nameOfOwner(booking)));
    MailCalendar calendar =
        booking.isBooked()
            ? invitations.of(booking, null).request()
            : invitations.of(booking, null).cancel();
    tell(
        booking,
        booking.owner(),
        "meeting:%s:%d".formatted(booking.id(), booking.sequence()),
        headline(booking, what),
        calendar,
        now);
  }

  private String headline(Booking booking, What what) {
    String lead = invitations.nameOfLead(booking);
    return switch (what) {
      case MOVED -> "%s moved your meeting to %s".formatted(lead, when(booking, booking.owner()));
      case CANCELLED ->
          "Your meeting with %s on %s is off".formatted(lead, when(booking, booking.owner()));
      case TAKEN_OVER ->
          "You have taken over the meeting with %s: %s"
              .formatted(lead, when(booking, booking.owner()));
      default -> "%s booked a meeting with you: %s".formatted(lead, when(booking, booking.owner()));
    };
  }

  /** Somebody else meets the lead: out of the calendar of who was to. */
  void takenOver(Booking before, Booking after, Instant now) {
    MailCalendar off =
        invitations
            .of(after.at(before.owner(), before.startsAt(), before.endsAt(), before.zone()), null)
            .cancel();
    tell(
        after,
        before.owner(),
        "meeting:%s:%d:off".formatted(after.id(), after.sequence()),
        "%s meets %s instead of you on %s"
            .formatted(
                invitations.nameOfOwner(after),
                invitations.nameOfLead(after),
                when(after, before.owner())),
        off,
        now);
  }

  /** The lead belongs to somebody else, who decides whether the meeting does too. */
  void reowned(Booking booking, OwnerAssigned fact) {
    String key = "meeting-owner:%s:%d".formatted(booking.id(), fact.at().toEpochMilli());
    String lead = invitations.nameOfLead(booking);
    tell(
        booking,
        fact.owner(),
        key + ":new",
        "%s has a meeting with %s on %s: take it over on the lead’s page, or leave it as it is"
            .formatted(invitations.nameOfOwner(booking), lead, when(booking, fact.owner())),
        null,
        fact.at());
    tell(
        booking,
        booking.owner(),
        key + ":before",
        "%s belongs to %s now; your meeting on %s stands until they take it over"
            .formatted(lead, invitations.nameOf(fact.owner()), when(booking, booking.owner())),
        null,
        fact.at());
  }

  /** A person is erased: who was to meet them hears that it is off, and not whom. */
  void erased(Booking booking) {
    String headline = "Your meeting on %s is off".formatted(when(booking, booking.owner()));
    outbox.tell(
        new Notice(
            "meeting:%s:%d".formatted(booking.id(), booking.sequence()),
            NoticeKind.MEETING,
            null,
            null,
            booking.owner(),
            headline,
            LeadBriefing.note(headline, null, "/", List.of())
                .carrying(invitations.ofNobody(booking).cancel())));
  }

  /** There is no such mailbox, so the lead may not know of its meeting. */
  void unreached(Booking booking, String why, Instant now) {
    tell(
        booking,
        booking.owner(),
        "meeting-unreached:%s:%d".formatted(booking.id(), booking.sequence()),
        "The mail about your meeting didn’t reach %s: %s"
            .formatted(invitations.nameOfLead(booking), why),
        null,
        now);
  }

  private void tell(
      Booking booking,
      String to,
      String key,
      String headline,
      @Nullable MailCalendar calendar,
      Instant now) {
    LeadBriefing briefing =
        LeadBriefing.note(headline, null, "/leads/" + booking.leadId(), List.of());
    outbox.tell(
        new Notice(
            key,
            NoticeKind.MEETING,
            booking.leadId(),
            booking.handoffId(),
            to,
            headline,
            calendar == null ? briefing : briefing.carrying(calendar),
            booking.startsAt().isBefore(now.plus(SOON))));
  }

  private String when(Booking booking, String reader) {
    return people
        .find(reader)
        .map(Person::zone)
        .map(zone -> BookingText.when(booking, zone))
        .orElse(booking.startsAt().toString());
  }
}
