package dev.baton.booking.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import biweekly.property.ProductId;
import biweekly.property.Status;
import dev.baton.alert.message.MailCalendar;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invitation to a meeting as iCalendar (RFC 5545, RFC 5546). It is from Baton's own mailbox, so
 * that the mail's sender is the meeting's organizer; a higher sequence takes the place of a lower
 * one.
 *
 * @param id of the meeting
 * @param time when it is
 * @param organizer Baton's mailbox
 * @param place where, or what to do then; empty: nothing is said
 * @param at when this was written
 */
public record Invitation(
    String id,
    int sequence,
    TimeSpan time,
    String summary,
    @Nullable String description,
    String organizer,
    List<Guest> guests,
    String place,
    Instant at) {
  private static final String UID = "baton-meeting-";

  /** Who is invited. */
  public record Guest(String name, String email) {}

  static boolean isOurs(String uid) {
    return uid.startsWith(UID);
  }

  /** For a meeting that is new or moved. */
  public MailCalendar request() {
    return calendar("REQUEST", Status.confirmed());
  }

  /** For one that is off. */
  public MailCalendar cancel() {
    return calendar("CANCEL", Status.cancelled());
  }

  private MailCalendar calendar(String method, Status status) {
    VEvent event = new VEvent();
    event.setUid(UID + id);
    event.setSequence(sequence);
    event.setDateTimeStamp(Date.from(at));
    event.setDateStart(Date.from(time.from()), true);
    event.setDateEnd(Date.from(time.to()), true);
    event.setSummary(summary);
    event.setStatus(status);
    if (description != null) {
      event.setDescription(description);
    }
    if (!place.isBlank()) {
      event.setLocation(place);
    }
    event.setOrganizer(new Organizer("Baton", organizer));
    guests.forEach(guest -> event.addAttendee(attendee(guest)));
    ICalendar calendar = new ICalendar();
    calendar.setProductId(new ProductId("-//Baton//Meetings//EN"));
    calendar.setMethod(method);
    calendar.addEvent(event);
    return new MailCalendar(method, Biweekly.write(calendar).go());
  }

  private static Attendee attendee(Guest guest) {
    Attendee attendee = new Attendee(guest.name(), guest.email());
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    attendee.setRsvp(true);
    return attendee;
  }
}
