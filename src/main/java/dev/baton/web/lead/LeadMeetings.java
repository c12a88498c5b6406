package dev.baton.web.lead;

import dev.baton.booking.Booking;
import dev.baton.booking.BookingState;
import dev.baton.handoff.record.Handoff;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of a lead on its page.
 *
 * @param sends whether the reader may send the lead a link on which it books one
 * @param rows the latest first
 */
record LeadMeetings(boolean sends, List<Row> rows) {

  /**
   * One meeting and what its reader may do.
   *
   * @param ends may say how it went
   * @param cancels may cancel it
   * @param takesOver may take it over from a colleague
   */
  record Row(
      Booking booking,
      String owner,
      String state,
      boolean ends,
      boolean cancels,
      boolean takesOver) {}

  /** The meetings as this reader sees them, who may see the lead. */
  static LeadMeetings of(
      List<Booking> bookings, @Nullable Handoff latest, DisplayNames names, CurrentUser user) {
    boolean acts = user.isRep() || user.oversees();
    String owner = latest == null || latest.isClosed() ? null : latest.owner();
    return new LeadMeetings(
        acts && latest != null && !latest.isClosed(),
        bookings.stream().map(booking -> row(booking, owner, names, user, acts)).toList());
  }

  private static Row row(
      Booking booking, @Nullable String owner, DisplayNames names, CurrentUser user, boolean acts) {
    boolean isAhead = booking.isBooked() && booking.startsAt().isAfter(user.clock().now());
    return new Row(
        booking,
        names.mention(booking.owner()),
        user.clock().texts().say(state(booking.state(), isAhead)),
        acts && booking.isBooked() && !isAhead,
        acts && isAhead,
        isAhead && user.id().equals(owner) && !Objects.equals(owner, booking.owner()));
  }

  private static String state(BookingState state, boolean isAhead) {
    return switch (state) {
      case BOOKED -> isAhead ? "lead.meeting.ahead" : "lead.meeting.asked";
      case CANCELLED -> "lead.meeting.off";
      case HELD -> "lead.meeting.held";
      case NO_SHOW -> "lead.meeting.no_show";
    };
  }
}
