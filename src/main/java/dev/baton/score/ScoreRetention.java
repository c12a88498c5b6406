package dev.baton.score;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long the changes of scores are kept; the last one of each lead always is. */
@Configuration(proxyBeanMethods = false)
class ScoreRetention {
  @Bean
  ExpiredRows expiredScoreChanges(RetentionSettings keep) {
    return new ExpiredRows(
        "score-changes",
        "score_entry",
        "id",
        """
        recorded_at < :before and exists (select 1 from score_entry later
          where later.lead_id = score_entry.lead_id and later.id > score_entry.id)
        """,
        keep.scoreChanges());
  }
}
