package dev.baton.know.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What is expected, and between which bounds it comes out in four of five months. */
record Band(double expected, double low, double high) {
  boolean holds(double value) {
    return value >= low && value <= high;
  }

  static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
