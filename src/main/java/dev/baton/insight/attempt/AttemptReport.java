package dev.baton.insight.attempt;

import java.util.List;

/** Attempts by one dimension, and over all keys. */
public record AttemptReport(List<AttemptRow> rows, AttemptRow total) {}
