package dev.baton.insight.rollup;

import org.jspecify.annotations.Nullable;

/** Fractions and hours as the reports show them. */
public final class Fractions {
  private Fractions() {}

  /** A fraction, or null when there is nothing to be a part of. */
  public static @Nullable Double of(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /** Databases interpolate to different last digits; a third of a second is close enough. */
  public static double hours(double hours) {
    return Math.round(hours * 10_000) / 10_000.0;
  }

  /** The same, where there may be none. */
  public static @Nullable Double hours(@Nullable Double hours) {
    return hours == null ? null : Double.valueOf(hours(hours.doubleValue()));
  }
}
