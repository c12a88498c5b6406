/**
 * When is somebody busy, and how does a meeting get into a calendar? iCalendar, read and written.
 */
@NamedInterface("calendar")
@NullMarked
package dev.baton.booking.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
