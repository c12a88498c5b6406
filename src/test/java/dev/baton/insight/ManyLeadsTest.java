package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the roll-up says of 8,000 leads is what the entries say; MillionLeadsIT takes the time. */
class ManyLeadsTest {
  private static final int LEADS = 8_000;

  private static ManyLeads leads;

  @BeforeAll
  static void make_them_up() {
    leads = ManyLeads.fresh(LEADS);
    try (Story story = leads.story(FunnelFigures.EXACT)) {
      story.seal();
    }
  }

  @AfterAll
  static void stop() {
    leads.close();
  }

  @Test
  void everything_was_folded_in_and_nothing_waits() {
    assertThat(leads.count("funnel_change")).isZero();
    assertThat(leads.count("sla_change")).isZero();
    assertThat(leads.count("roll_up")).isPositive();
  }

  @Test
  void the_funnel_is_the_same_by_all_dimensions_on_both_bases_over_all_ranges() {
    try (Story exact = leads.story(1_000_000);
        Story rough = leads.story(0)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (Dimension by : Dimension.values()) {
                  for (Basis basis : Basis.values()) {
                    compare(exact, by, basis, range, 0);
                    compare(rough, by, basis, range, 0.01);
                  }
                }
              });
    }
  }

  private static void compare(Story story, Dimension by, Basis basis, Range range, double off) {
    FunnelSums sums = story.funnelFigures().sums(by, basis, range);
    Map<String, FunnelCounts> counts = new HashMap<>();
    sums.rows().forEach(row -> counts.put(row.dimension(), row));
    counts.put(null, sums.total());
    List<Facts.Row> facts = leads.facts().funnel(by, basis, range);

    assertThat(counts.keySet())
        .containsExactlyInAnyOrderElementsOf(facts.stream().map(Facts.Row::dimension).toList());
    for (Facts.Row fact : facts) {
      FunnelCounts n = counts.get(fact.dimension());
      assertThat(
              List.of(
                  n.leads(), n.mql(), n.sal(), n.sql(), n.opportunity(), n.customer(), n.lost()))
          .as("%s %s %s %s", by, basis, range, fact.dimension())
          .isEqualTo(
              List.of(
                  fact.leads(),
                  fact.mql(),
                  fact.sal(),
                  fact.sql(),
                  fact.opportunity(),
                  fact.customer(),
                  fact.lost()));
      same(n.medianHoursToSql(), fact.medianHoursToSql(), off);
    }
    Map<List<String>, BigDecimal> deals = new HashMap<>();
    List.of(sums.deals(), sums.totalDeals()).stream()
        .flatMap(List::stream)
        .forEach(
            deal ->
                deals.put(
                    java.util.Arrays.asList(
                        deal.dimension(), deal.currency(), deal.won() == null ? "p" : "w"),
                    deal.won() == null ? deal.pipeline() : deal.won()));
    Map<List<String>, BigDecimal> expected = new HashMap<>();
    for (Facts.Deal deal : leads.facts().deals(by, basis, range)) {
      put(expected, deal, "p", deal.pipeline());
      put(expected, deal, "w", deal.won());
    }
    assertThat(deals).isEqualTo(expected);
  }

  private static void put(
      Map<List<String>, BigDecimal> to, Facts.Deal deal, String what, BigDecimal amount) {
    if (amount != null) {
      to.put(java.util.Arrays.asList(deal.dimension(), deal.currency(), what), amount);
    }
  }

  @Test
  void verdicts_and_hours_are_the_same_by_all_dimensions_over_all_ranges() {
    try (Story exact = leads.story(1_000_000);
        Story rough = leads.story(0)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (SlaDimension by : SlaDimension.values()) {
                  compare(exact, by, range, 0);
                  compare(rough, by, range, 0.01);
                }
              });
    }
  }

  private static void compare(Story story, SlaDimension by, Range range, double off) {
    SlaSums sums = story.slaFigures().sums(by, range, ManyLeads.NOW);
    Map<List<String>, SlaCounts> counts = new HashMap<>();
    sums.rows().forEach(row -> counts.put(cell(row.dimension(), row.watch()), row));
    counts.put(cell(null, null), sums.total());
    List<Facts.Verdicts> facts = leads.facts().sla(by, range, ManyLeads.NOW);

    assertThat(counts).hasSameSizeAs(facts);
    for (Facts.Verdicts fact : facts) {
      SlaCounts n = counts.get(cell(fact.dimension(), fact.watch()));
      assertThat(List.of(n.met(), n.missed(), n.open(), n.voided()))
          .as("%s %s %s %s", by, range, fact.dimension(), fact.watch())
          .isEqualTo(List.of(fact.met(), fact.missed(), fact.open(), fact.voided()));
      same(n.p50Hours(), fact.p50Hours(), off);
      same(n.p95Hours(), fact.p95Hours(), off);
    }
  }

  private static List<String> cell(String key, String clock) {
    return java.util.Arrays.asList(key, clock);
  }

  @Test
  void noes_are_the_same_by_all_dimensions_over_all_ranges() {
    try (Story story = leads.story(FunnelFigures.EXACT)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (Dimension by : Dimension.values()) {
                  assertThat(story.funnelFigures().rejections(by, range))
                      .extracting(Objects::toString)
                      .containsExactlyInAnyOrderElementsOf(
                          leads.facts().noes(by, range).stream()
                              .map(Facts.No::toString)
                              .map(no -> no.replace("No[", "RejectionCount["))
                              .toList());
                }
              });
    }
  }

  /** Hours may be off by a share of themselves, and below a second by a second. */
  private static void same(Double hours, Double fact, double off) {
    if (fact == null) {
      assertThat(hours).isNull();
    } else {
      assertThat(hours).isCloseTo(fact, within(fact * off + (off == 0 ? 1e-9 : 1.0 / 3600)));
    }
  }
}
