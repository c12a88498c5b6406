package dev.baton.connect.connection;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long is kept what connected systems took; what waits or failed stays. */
@Configuration(proxyBeanMethods = false)
class SentFactRetention {
  @Bean
  ExpiredRows expiredSentFacts(RetentionSettings keep) {
    return new ExpiredRows(
        "sent-facts",
        "outbound_message",
        "id",
        "state = 'sent' and sent_at < :before",
        keep.sentFacts());
  }
}
