package dev.baton.access.token;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long tokens are kept that open nothing any more. */
@Configuration(proxyBeanMethods = false)
class TokenRetention {
  @Bean
  ExpiredRows expiredTokens(RetentionSettings keep) {
    return new ExpiredRows(
        "tokens", "api_token", "id", "coalesce(revoked_at, expires_at) < :before", keep.tokens());
  }
}
