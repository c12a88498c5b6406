package dev.baton.change.backtest;

/** Where the record says something else of a lead than the replay of what was in force. */
public record ReplayDisagreement(String leadId, String text) {}
