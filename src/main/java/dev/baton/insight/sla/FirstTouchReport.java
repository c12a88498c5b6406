package dev.baton.insight.sla;

import java.util.List;

/** First touches by one dimension, and over all keys. */
public record FirstTouchReport(List<FirstTouchRow> rows, FirstTouchRow total) {}
