package dev.baton.handoff.held;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an answer of our pages can be taken back.
 *
 * @param hold zero: it is recorded at once
 */
@ConfigurationProperties("baton.undo")
record HeldAnswerSettings(@DefaultValue("PT10S") Duration hold) {}
