package dev.baton.insight.funnel;

import dev.baton.insight.rollup.Measure;

/**
 * Measure of the rejections: handoffs that got a no, by the question that got it and the reason.
 */
final class RejectionMeasure {
  static final Measure REJECTION =
      new Measure(
          "rejection",
          "question || '/' || reason",
          "stage in ('LOST', 'REJECTED') and question is not null and reason is not null",
          null,
          null);

  private RejectionMeasure() {}

  static RejectionCount count(String key, String cell, long n) {
    int slash = cell.indexOf('/');
    return new RejectionCount(key, cell.substring(0, slash), cell.substring(slash + 1), n);
  }
}
