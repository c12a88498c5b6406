package dev.baton.booking.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own calendar at the address where it is published.
 *
 * @param busy as it was read last
 * @param readAt when; null: never yet
 * @param error why it couldn't be read since, or null
 * @param triedAt when it was last tried
 */
public record PersonalCalendar(
    String person,
    String url,
    List<TimeSpan> busy,
    @Nullable Instant readAt,
    @Nullable String error,
    @Nullable Instant triedAt) {}
