package dev.baton.people;

import dev.baton.sla.WorkingHours;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a business calendar.
 *
 * @param zone null: the default zone
 * @param country whose public holidays it has, such as {@code de} or {@code de-by}; null: none
 */
public record CalendarSettings(
    String name, @Nullable ZoneId zone, @Nullable String country, WorkingHours hours) {}
