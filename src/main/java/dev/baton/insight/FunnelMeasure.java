package dev.baton.insight;

/** Names of what the roll-up counts of the funnel, beside its stages. */
final class FunnelMeasure {
  private static final String PIPELINE = "pipeline/";
  private static final String WON = "won/";

  private FunnelMeasure() {}

  /** What a deal's value counts as: pipeline until it ends, then won or nothing. */
  static String deal(String stage, String currency, boolean open) {
    if (currency == null) {
      return null;
    }
    if (stage.equals("CUSTOMER")) {
      return WON + currency;
    }
    return stage.equals("OPPORTUNITY") && open ? PIPELINE + currency : null;
  }

  /** Those of a stage whom a rule judged, and no person. */
  static String byRule(String stage) {
    return stage + "/rule";
  }

  static boolean isPipeline(String measure) {
    return measure.startsWith(PIPELINE);
  }

  static boolean isWon(String measure) {
    return measure.startsWith(WON);
  }

  static String currency(String measure) {
    return measure.substring(measure.indexOf('/') + 1);
  }
}
