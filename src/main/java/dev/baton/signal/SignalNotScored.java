package dev.baton.signal;

/** A signal was recorded and its score waits, because a decision table failed. */
public record SignalNotScored(String decision) {}
