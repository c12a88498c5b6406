package dev.baton.alert.slack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is done with is kept.
 *
 * @param slackAnswers answers that people gave in Slack, from when they were given
 */
@ConfigurationProperties("baton.keep")
public record RetentionSettings(@DefaultValue("30d") Duration slackAnswers) {}
