package dev.baton.booking.calendar;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of personal calendars.
 *
 * @param privateAddresses whether they may be published inside this network
 */
@ConfigurationProperties("baton.personal-calendar")
public record PersonalCalendarSettings(@DefaultValue("false") boolean privateAddresses) {}
