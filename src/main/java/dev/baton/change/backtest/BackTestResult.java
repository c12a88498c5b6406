package dev.baton.change.backtest;

/** What a back-test found, and the MQLs behind it. */
public record BackTestResult(BackTestReport report, ReplayedMqls mqls) {}
