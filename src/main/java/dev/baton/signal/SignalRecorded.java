package dev.baton.signal;

/** A signal was written to the log; its lead is locked until the transaction ends. */
public record SignalRecorded(Signal signal) {}
