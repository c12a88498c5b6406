package dev.baton.score;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the score.
 *
 * @param profile {@code two-axis}, {@code additive} or {@code gate}
 */
@ConfigurationProperties("baton.scoring")
record ScoringSettings(@DefaultValue("two-axis") String profile) {}
