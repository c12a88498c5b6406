package dev.baton.nurture.mail;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long tracked links are kept: as long as they lead anywhere, and not much longer. */
@Configuration(proxyBeanMethods = false)
class TrackedLinkRetention {
  @Bean
  ExpiredRows expiredTrackedLinks(RetentionSettings keep) {
    return new ExpiredRows(
        "mail-links", "nurture_link", "hash", "expires_at < :before", keep.mailLinks());
  }
}
