package dev.baton.insight.rollup;

/** Fractions and hours as the reports show them. */
public final class Fractions {
  private Fractions() {}

  /** A fraction, or null when there is nothing to be a part of. */
  public static Double of(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /** Databases interpolate to different last digits; a third of a second is close enough. */
  public static Double hours(Double hours) {
    return hours == null ? null : Math.round(hours * 10_000) / 10_000.0;
  }
}
