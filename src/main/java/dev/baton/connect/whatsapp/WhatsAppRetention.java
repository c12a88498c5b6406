package dev.baton.connect.whatsapp;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long is kept what was written on WhatsApp: as long as what other systems were told. */
@Configuration(proxyBeanMethods = false)
class WhatsAppRetention {
  @Bean
  ExpiredRows expiredWhatsAppMessages(RetentionSettings keep) {
    return new ExpiredRows(
        "sent-facts", "whatsapp_message", "id", "changed_at < :before", keep.sentFacts());
  }
}
