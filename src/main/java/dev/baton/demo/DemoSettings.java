package dev.baton.demo;

import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample data.
 *
 * @param leads about how many are made up
 * @param startsAt when the clock of the demo begins; null: now
 */
@ConfigurationProperties("baton.demo")
record DemoSettings(@DefaultValue("200") int leads, Instant startsAt) {}
