package dev.baton.insight.funnel;

/** The band in which a funnel stands. */
public record BenchmarkStanding(double rate, BenchmarkBand band) {}
