package dev.baton.know.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Forecasts forecasts(Map<String, Long> targets) {
    return new Forecasts(
        new HandoffPaths(null),
        new ForecastTargets(targets),
        Clock.fixed(NOW, ZoneOffset.UTC),
        BERLIN);
  }

  /** 4 a day, of which 24 % are won: 28.8 in 30 days. */
  @Test
  void a_world_with_planted_rates_is_forecast_as_it_was_planted() {
    List<HandoffPath> world = new SimulatedPipeline(7).until(NOW);
    Forecast forecast = forecasts(Map.of()).of(world, NOVEMBER, NOW);
    assertThat(forecast.thin()).isEmpty();
    assertThat(forecast.figures().expected().doubleValue()).isCloseTo(28.8, within(9.0));
    assertThat(forecast.figures().low()).isLessThan(forecast.figures().expected());
    assertThat(forecast.figures().high()).isGreaterThan(forecast.figures().expected());
    assertThat(forecast.backcast()).hasSize(6);
    assertThat(forecast.figures().error()).isBetween(0.01, 0.4);
    assertThat(forecast.values()).hasSize(1);
    assertThat(forecast.values().get(0).expected().doubleValue())
        .isCloseTo(forecast.figures().expected().doubleValue() * 1000, within(60.0));
  }

  @Test
  void four_of_five_months_come_out_within_the_band() {
    int months = 0;
    int held = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<HandoffPath> world =
          new SimulatedPipeline(seed).until(Instant.parse("2026-12-01T00:00:00Z"));
      MonthEstimate estimate = MonthEstimate.of(world, NOVEMBER, NOW, ZoneOffset.UTC);
      long actual =
          world.stream()
              .filter(
                  path ->
                      path.wonBetween(
                          Instant.parse("2026-10-31T23:59:59Z"),
                          Instant.parse("2026-12-01T00:00:00Z")))
              .count();
      months++;
      held += estimate.deals().holds(actual) ? 1 : 0;
    }
    assertThat(months).isEqualTo(60);
    assertThat(held / (double) months).isBetween(0.65, 0.97);
  }

  @Property(tries = 20)
  void what_happened_later_changes_nothing(
      @ForAll long seed, @ForAll @IntRange(min = 60, max = 500) int days) {
    Instant then = SimulatedPipeline.START.plusSeconds(days * 86_400L);
    List<HandoffPath> all = new SimulatedPipeline(seed).until(NOW);
    List<HandoffPath> known =
        all.stream()
            .filter(path -> !path.mql().isAfter(then))
            .map(path -> SimulatedPipeline.past(path, then))
            .toList();
    YearMonth month = YearMonth.from(then.atZone(BERLIN));
    assertThat(MonthEstimate.of(all, month, then, BERLIN))
        .isEqualTo(MonthEstimate.of(known, month, then, BERLIN));
  }

  @Test
  void too_few_cases_have_no_verdict_and_are_told() {
    List<HandoffPath> young =
        new SimulatedPipeline(7).until(SimulatedPipeline.START.plusSeconds(20 * 86_400));
    Instant then = SimulatedPipeline.START.plusSeconds(20 * 86_400);
    Forecast forecast = forecasts(Map.of("deals", 10L)).of(young, YearMonth.of(2025, 6), then);
    assertThat(forecast.figures()).isNull();
    assertThat(forecast.thin()).isNotEmpty().allMatch(sentence -> sentence.contains("30"));
    assertThat(forecast.values()).isEmpty();
    assertThat(forecast.targets()).hasSize(1);
    assertThat(forecast.targets().get(0).coverage()).isNull();
    assertThat(forecast.basis().ratios())
        .filteredOn(ratio -> ratio.cases() < 30)
        .isNotEmpty()
        .allMatch(ratio -> ratio.rate() == null);
  }

  @Test
  void a_target_is_covered_in_part_and_the_gap_is_told_in_mqls() {
    List<HandoffPath> world = new SimulatedPipeline(7).until(NOW);
    Forecast forecast = forecasts(Map.of("deals", 100L, "EUR", 1000L)).of(world, NOVEMBER, NOW);
    assertThat(forecast.targets()).hasSize(2);
    Forecast.Target money = forecast.targets().get(0);
    assertThat(money.of()).isEqualTo("EUR");
    assertThat(money.coverage()).isGreaterThan(1);
    assertThat(money.mqlsNeeded()).isZero();
    Forecast.Target deals = forecast.targets().get(1);
    double gap = 100 - forecast.figures().expected().doubleValue();
    assertThat(deals.coverage())
        .isCloseTo(forecast.figures().expected().doubleValue() / 100, within(0.01));
    assertThat(deals.mqlsNeeded().doubleValue()).isCloseTo(gap / 0.24, within(gap));
  }

  @Test
  void a_target_of_anything_else_stops_the_start() {
    assertThatThrownBy(() -> new ForecastTargets(Map.of("leads", 5L)))
        .hasMessageContaining("baton.forecast.targets.leads");
  }
}
