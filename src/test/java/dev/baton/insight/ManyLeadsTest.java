package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.RollUpQuery;
import dev.baton.insight.sla.SlaDimension;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the roll-up says of 8,000 leads is what the entries say; MillionLeads takes the time. */
@Tag("nightly")
class ManyLeadsTest {
  private static final Instant NOW = ManyLeads.NOW;
  private static final int LEADS = 8_000;

  private static ManyLeads leads;

  @BeforeAll
  static void make_them_up() {
    leads = ManyLeads.fresh(LEADS);
    try (FigureScenario scenario = leads.story(RollUpQuery.EXACT)) {
      scenario.fold();
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
    try (FigureScenario exact = leads.story(1_000_000);
        FigureScenario rough = leads.story(0)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (Dimension by : Dimension.values()) {
                  for (FunnelBasis basis : FunnelBasis.values()) {
                    new FigureComparison(exact, NOW).onFunnel(by, basis, range, 0);
                    new FigureComparison(rough, NOW).onFunnel(by, basis, range, 0.01);
                  }
                }
              });
    }
  }

  @Test
  void verdicts_and_hours_are_the_same_by_all_dimensions_over_all_ranges() {
    try (FigureScenario exact = leads.story(1_000_000);
        FigureScenario rough = leads.story(0)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (SlaDimension by : SlaDimension.values()) {
                  new FigureComparison(exact, NOW).onSla(by, range, 0);
                  new FigureComparison(rough, NOW).onSla(by, range, 0.01);
                }
              });
    }
  }

  @Test
  void rejections_are_the_same_by_all_dimensions_over_all_ranges() {
    try (FigureScenario scenario = leads.story(RollUpQuery.EXACT)) {
      ManyLeads.ranges()
          .forEach(
              (name, range) -> {
                for (Dimension by : Dimension.values()) {
                  new FigureComparison(scenario, NOW).onRejections(by, range);
                }
              });
    }
  }
}
