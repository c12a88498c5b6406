package dev.baton.connect.source;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How long what sources sent is kept as it came; what waits stays until it is in, or is too old.
 */
@Configuration(proxyBeanMethods = false)
class SourceRetention {
  /** What waits is kept so many times as long. */
  private static final int LONGER = 6;

  @Bean
  ExpiredRows expiredSourcePayloads(RetentionSettings keep) {
    return new ExpiredRows(
        "source-payloads",
        "source_payload",
        "id",
        "received_at < :before and state <> 'WAITING'",
        keep.sourcePayloads());
  }

  @Bean
  ExpiredRows expiredWaitingPayloads(RetentionSettings keep) {
    return new ExpiredRows(
        "source-payloads",
        "source_payload",
        "id",
        "received_at < :before and state = 'WAITING'",
        keep.sourcePayloads().multipliedBy(LONGER));
  }
}
