package dev.baton.insight.rejection;

import dev.baton.insight.rollup.Measure;

/**
 * Measure of the rejections: rejected handoffs, by the question that was answered so and the
 * reason.
 */
public final class RejectionMeasure {
  public static final Measure REJECTION =
      new Measure(
          "rejection",
          "question || '/' || reason",
          "stage in ('LOST', 'REJECTED') and question is not null and reason is not null",
          null,
          null);

  private RejectionMeasure() {}

  public static RejectionCount count(String key, String cell, long n) {
    int slash = cell.indexOf('/');
    return new RejectionCount(key, cell.substring(0, slash), cell.substring(slash + 1), n);
  }
}
