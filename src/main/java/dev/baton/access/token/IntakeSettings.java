package dev.baton.access.token;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the intake of signals.
 *
 * @param tokens entries {@code name:token} of machines that send them
 */
@ConfigurationProperties("baton.intake")
record IntakeSettings(@DefaultValue List<String> tokens) {}
