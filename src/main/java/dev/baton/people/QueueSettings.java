package dev.baton.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the teams' queues.
 *
 * @param fallbackQueue where leads wait that nobody could take
 */
@ConfigurationProperties("baton.routing")
public record QueueSettings(@DefaultValue("unrouted") String fallbackQueue) {}
