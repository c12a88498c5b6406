package dev.baton.sql;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is done with is kept.
 *
 * @param slackAnswers answers that people gave in Slack, from when they were given
 * @param slackMessages places of messages with buttons, from when they were answered
 * @param answerLinks links of mails that answer, from when they expired
 * @param mailLinks links of mails to leads, from when they expired
 * @param scoreChanges earlier scores of a lead, but for its last one
 * @param sourcePayloads what other systems sent, as it came, from when it came
 */
@ConfigurationProperties("baton.keep")
public record RetentionSettings(
    @DefaultValue("30d") Duration slackAnswers,
    @DefaultValue("180d") Duration slackMessages,
    @DefaultValue("90d") Duration answerLinks,
    @DefaultValue("0d") Duration mailLinks,
    @DefaultValue("730d") Duration scoreChanges,
    @DefaultValue("30d") Duration sourcePayloads) {}
