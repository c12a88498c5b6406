package dev.baton.connect.source;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what sources sent is kept as it came; what waits stays until it is in. */
@Configuration(proxyBeanMethods = false)
class SourceRetention {
  @Bean
  ExpiredRows expiredSourcePayloads(RetentionSettings keep) {
    return new ExpiredRows(
        "source-payloads",
        "source_payload",
        "id",
        "received_at < :before and state <> 'WAITING'",
        keep.sourcePayloads());
  }
}
