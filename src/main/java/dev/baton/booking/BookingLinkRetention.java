package dev.baton.booking;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long links to the booking page are kept: as long as they lead anywhere. */
@Configuration(proxyBeanMethods = false)
class BookingLinkRetention {
  @Bean
  ExpiredRows expiredBookingLinks(RetentionSettings keep) {
    return new ExpiredRows(
        "mail-links", "booking_link", "hash", "expires_at < :before", keep.mailLinks());
  }
}
