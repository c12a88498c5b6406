package dev.baton.booking;

import java.time.Instant;

/**
 * Something became of a meeting.
 *
 * @param booking as it is from then on
 */
public record MeetingChanged(Booking booking, BookingEvent.What what, Instant at) {}
