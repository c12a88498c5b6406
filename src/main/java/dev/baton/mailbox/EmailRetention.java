package dev.baton.mailbox;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long mails are kept, and the addresses to which they are answered. */
@Configuration(proxyBeanMethods = false)
class EmailRetention {
  @Bean
  ExpiredRows expiredEmails(RetentionSettings keep) {
    return new ExpiredRows("emails", "email", "id", "recorded_at < :before", keep.emails());
  }

  @Bean
  ExpiredRows expiredEmailAddresses(RetentionSettings keep) {
    return new ExpiredRows(
        "emails", "email_address", "token", "created_at < :before", keep.emails());
  }
}
