package dev.baton.sql;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is done with is kept, by kind.
 *
 * @param slackAnswers answers that people gave in Slack, from when they were given
 * @param slackMessages places of messages with buttons, from when they were answered
 * @param answerLinks links of mails that answer, from when they expired
 * @param mailLinks links of mails to leads, from when they expired
 * @param scoreChanges earlier scores of a lead, but for its last one
 * @param sourcePayloads what other systems sent, as it came, from when it came
 * @param sentFacts what connected systems were told, from when they took it
 * @param emails mails between reps and leads, from when they were recorded
 * @param tokens tokens of machines, from when they were revoked or ended
 */
@ConfigurationProperties("baton.retention")
public record RetentionSettings(
    @DefaultValue("30d") Duration slackAnswers,
    @DefaultValue("180d") Duration slackMessages,
    @DefaultValue("90d") Duration answerLinks,
    @DefaultValue("0d") Duration mailLinks,
    @DefaultValue("730d") Duration scoreChanges,
    @DefaultValue("30d") Duration sourcePayloads,
    @DefaultValue("400d") Duration sentFacts,
    @DefaultValue("730d") Duration emails,
    @DefaultValue("400d") Duration tokens) {

  public RetentionSettings {
    if (Stream.of(
            slackAnswers,
            slackMessages,
            answerLinks,
            mailLinks,
            scoreChanges,
            sourcePayloads,
            sentFacts,
            emails,
            tokens)
        .anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("baton.retention takes durations of 0 or more");
    }
  }
}
