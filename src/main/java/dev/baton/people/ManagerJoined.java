package dev.baton.people;

import java.time.Instant;

/** Fact: somebody is a manager from here on. */
public record ManagerJoined(String personId, Instant at) {}
