package dev.baton.handoff.answer;

import dev.baton.sql.ExpiredRows;
import dev.baton.sql.RetentionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long answer links are kept: one that is long over says nothing to anybody any more. */
@Configuration(proxyBeanMethods = false)
class AnswerLinkRetention {
  @Bean
  ExpiredRows expiredAnswerLinks(RetentionSettings keep) {
    return new ExpiredRows(
        "answer-links", "answer_link", "hash", "expires_at < :before", keep.answerLinks());
  }
}
