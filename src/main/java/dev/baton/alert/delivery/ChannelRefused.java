package dev.baton.alert.delivery;

import java.time.Instant;

/** Fact: the peer of a channel takes nothing from us any more, since our credential is dead. */
public record ChannelRefused(String channel, String why, Instant at) {}
