package dev.baton.insight.funnel;

/** Stage entries of some days, whatever their cohort. */
public record RecentEntries(long mql, long sal, long sql, long opportunity, long customer) {
  public static RecentEntries of(FunnelCounts total) {
    return new RecentEntries(
        total.mql(), total.sal(), total.sql(), total.opportunity(), total.customer());
  }
}
