package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.funnel.FunnelCounts;
import dev.baton.insight.funnel.FunnelSums;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaCounts;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.insight.sla.SlaSums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the figures say is what the entries say, row by row. */
record FigureComparison(FigureScenario story, Instant now) {

  /**
   * Compares all rows and the total.
   *
   * @param off by which share of itself a median may differ
   */
  void onFunnel(Dimension by, FunnelBasis basis, InstantRange range, double off) {
    FunnelSums sums = story.funnelFigures().sums(by, basis, range);
    Map<String, FunnelSums.Row> rows = new HashMap<>();
    sums.rows().forEach(row -> rows.put(row.key(), row));
    List<FiguresFromEntries.Row> facts = story.facts().funnel(by, basis, range);
    if (!facts.isEmpty()) {
      rows.put(null, sums.total());
    }
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            facts.stream().map(FiguresFromEntries.Row::dimension).toList());
    for (FiguresFromEntries.Row fact : facts) {
      FunnelCounts n = rows.get(fact.dimension()).counts();
      String where = "%s %s %s %s".formatted(by, basis, range, fact.dimension());
      assertThat(
              List.of(
                  n.leads(), n.mql(), n.sal(), n.sql(), n.opportunity(), n.customer(), n.lost()))
          .as(where)
          .isEqualTo(
              List.of(
                  fact.leads(),
                  fact.mql(),
                  fact.sal(),
                  fact.sql(),
                  fact.opportunity(),
                  fact.customer(),
                  fact.lost()));
      same(where, rows.get(fact.dimension()).medianHoursToSql(), fact.medianHoursToSql(), off);
    }
    assertThat(deals(sums)).isEqualTo(deals(story.facts().deals(by, basis, range)));
  }

  private static Map<List<String>, BigDecimal> deals(FunnelSums sums) {
    Map<List<String>, BigDecimal> deals = new HashMap<>();
    Stream.concat(sums.rows().stream(), Stream.of(sums.total()))
        .forEach(
            row ->
                row.deals()
                    .sums()
                    .forEach(
                        deal -> {
                          put(deals, row.key(), deal.currency(), "pipeline", deal.pipeline());
                          put(deals, row.key(), deal.currency(), "won", deal.won());
                        }));
    return deals;
  }

  private static Map<List<String>, BigDecimal> deals(List<FiguresFromEntries.Deal> facts) {
    Map<List<String>, BigDecimal> deals = new HashMap<>();
    for (FiguresFromEntries.Deal deal : facts) {
      put(deals, deal.dimension(), deal.currency(), "pipeline", deal.pipeline());
      put(deals, deal.dimension(), deal.currency(), "won", deal.won());
    }
    return deals;
  }

  private static void put(
      Map<List<String>, BigDecimal> to, String key, String currency, String what, BigDecimal sum) {
    if (sum != null) {
      to.put(Arrays.asList(key, currency, what), sum.setScale(2));
    }
  }

  void onSla(SlaDimension by, InstantRange range, double off) {
    SlaSums sums = story.slaFigures().sums(by, range, now);
    Map<List<String>, SlaSums.Sum> rows = new HashMap<>();
    sums.rows().forEach(row -> rows.put(Arrays.asList(row.key(), row.clock()), row.sum()));
    List<FiguresFromEntries.Verdicts> facts = story.facts().sla(by, range, now);
    if (facts.stream().anyMatch(fact -> fact.watch() == null)) {
      rows.put(Arrays.asList(null, null), sums.total());
    }
    assertThat(rows).hasSameSizeAs(facts);
    for (FiguresFromEntries.Verdicts fact : facts) {
      SlaSums.Sum row = rows.get(Arrays.asList(fact.dimension(), fact.watch()));
      SlaCounts n = row.counts();
      String where = "%s %s %s %s".formatted(by, range, fact.dimension(), fact.watch());
      assertThat(List.of(n.met(), n.missed(), n.open(), n.voided()))
          .as(where)
          .isEqualTo(List.of(fact.met(), fact.missed(), fact.open(), fact.voided()));
      same(where, row.percentile(0.5), fact.p50Hours(), off);
      same(where, row.percentile(0.95), fact.p95Hours(), off);
    }
  }

  void onRejections(Dimension by, InstantRange range) {
    assertThat(story.funnelFigures().rejections(by, range))
        .extracting(Objects::toString)
        .containsExactlyInAnyOrderElementsOf(
            story.facts().rejections(by, range).stream().map(Objects::toString).toList());
  }

  /** Hours may be off by a share of themselves, and below a second by a second. */
  private static void same(String where, Double hours, Double fact, double off) {
    if (fact == null) {
      assertThat(hours).as(where).isNull();
    } else {
      double allowed = off == 0 ? 1e-9 : fact * off + 1.0 / 3600;
      assertThat(hours).as(where).isCloseTo(fact, within(allowed));
    }
  }
}
