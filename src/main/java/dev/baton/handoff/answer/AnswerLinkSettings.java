package dev.baton.handoff.answer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of links that answer.
 *
 * @param answerLinks how long one is kept after it has expired
 */
@ConfigurationProperties("baton.keep")
record AnswerLinkSettings(@DefaultValue("90d") Duration answerLinks) {}
