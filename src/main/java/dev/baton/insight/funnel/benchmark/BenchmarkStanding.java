package dev.baton.insight.funnel.benchmark;

/** The band in which a funnel stands. */
public record BenchmarkStanding(double rate, BenchmarkBand band) {}
