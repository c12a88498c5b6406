package dev.baton.booking;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.MailCalendar;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.alert.text.Wording;
import dev.baton.booking.BookingEvent.What;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        Wording.ENGLISH.say(InvitationLetters.subject(what, invitations.nameOfOwner(booking))));
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

  private Text headline(Booking booking, What what) {
    Map<String, Object> named = named(booking, booking.owner());
    return switch (what) {
      case MOVED -> Text.of("meeting_moved", named);
      case CANCELLED -> Text.of("meeting_cancelled", named);
      case TAKEN_OVER -> Text.of("meeting_taken_over", named);
      default -> Text.of("meeting_booked", named);
    };
  }

  private Map<String, Object> named(Booking booking, String reader) {
    return Map.of("lead", invitations.nameOfLead(booking), "when", when(booking, reader));
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
        Text.of(
            "meeting_instead",
            Map.of(
                "owner",
                invitations.nameOfOwner(after),
                "lead",
                invitations.nameOfLead(after),
                "when",
                when(after, before.owner()))),
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
        Text.of(
            "meeting_of_other",
            Map.of(
                "owner",
                invitations.nameOfOwner(booking),
                "lead",
                lead,
                "when",
                when(booking, fact.owner()))),
        null,
        fact.at());
    tell(
        booking,
        booking.owner(),
        key + ":before",
        Text.of(
            "meeting_stands",
            Map.of(
                "lead",
                lead,
                "owner",
                invitations.nameOf(fact.owner()),
                "when",
                when(booking, booking.owner()))),
        null,
        fact.at());
  }

  /** A person is erased: who was to meet them hears that it is off, and not whom. */
  void erased(Booking booking) {
    NoticeContent content =
        NoticeContent.of(
            Text.of("meeting_off", Map.of("when", when(booking, booking.owner()))), "/", List.of());
    outbox.tell(
        Notice.note(
            "meeting:%s:%d".formatted(booking.id(), booking.sequence()),
            NoticeKind.MEETING,
            booking.owner(),
            carrying(content, invitations.ofNobody(booking).cancel())));
  }

  /** There is no such mailbox, so the lead may not know of its meeting. */
  void unreached(Booking booking, String why, Instant now) {
    tell(
        booking,
        booking.owner(),
        "meeting-unreached:%s:%d".formatted(booking.id(), booking.sequence()),
        Text.of("meeting_mail_failed", Map.of("lead", invitations.nameOfLead(booking), "why", why)),
        null,
        now);
  }

  private void tell(
      Booking booking,
      String to,
      String key,
      Text headline,
      @Nullable MailCalendar calendar,
      Instant now) {
    NoticeContent content = NoticeContent.of(headline, "/leads/" + booking.leadId(), List.of());
    outbox.tell(
        new Notice(
            key,
            NoticeKind.MEETING,
            booking.leadId(),
            booking.handoffId(),
            to,
            calendar == null ? content : carrying(content, calendar),
            booking.startsAt().isBefore(now.plus(SOON))));
  }

  private static NoticeContent carrying(NoticeContent content, MailCalendar calendar) {
    return wording -> {
      NoticeContent.Written said = content.in(wording);
      return new NoticeContent.Written(said.subject(), said.briefing().carrying(calendar));
    };
  }

  /** On the reader's clock, in the reader's language. */
  private Object when(Booking booking, String reader) {
    return people
        .find(reader)
        .<Object>map(person -> BookingText.when(booking, person.zone(), person.language()))
        .orElse(booking.startsAt());
  }
}
