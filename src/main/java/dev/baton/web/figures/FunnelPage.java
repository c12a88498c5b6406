package dev.baton.web.figures;

import dev.baton.insight.FunnelPoint;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.funnel.FunnelCounts;
import dev.baton.insight.funnel.FunnelMeasure;
import dev.baton.insight.funnel.FunnelRate;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.funnel.benchmark.BenchmarkBand;
import dev.baton.insight.funnel.benchmark.BenchmarkStanding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page model of the funnel.
 *
 * @param changed what was replaced in the range, the latest first, as somebody reads it
 */
record FunnelPage(
    FunnelQuery query,
    FunnelReport funnel,
    List<Rate> rates,
    List<BandRow> bands,
    List<FunnelPoint> points,
    ChartWriter.Drawing chart,
    List<ChangedDefinition> changed) {

  /** Below that many, chance decides more than people. */
  static final long ENOUGH = 20;

  /**
   * One of the five rates, now and over the last 90 days.
   *
   * @param team whose work it shows
   */
  record Rate(String name, String of, @Nullable String team, Ratio now, Ratio before) {}

  /** A part of a whole. */
  record Ratio(@Nullable Double rate, long part, long whole) {
    private static Ratio of(FunnelRate rate, FunnelCounts counts) {
      return new Ratio(rate.of(counts), rate.part(counts), rate.whole(counts));
    }

    public boolean few() {
      return whole < ENOUGH;
    }
  }

  /** What others report. */
  record BandRow(BenchmarkBand band, boolean here) {}

  /**
   * A definition that was replaced.
   *
   * @param href the change that did, or null
   */
  record ChangedDefinition(String when, String what, @Nullable String href) {}

  /** What becomes of handoffs, beside which people who became leads have no place. */
  public List<FunnelMeasure> stages() {
    return Arrays.stream(FunnelMeasure.values())
        .filter(stage -> stage != FunnelMeasure.LEAD)
        .toList();
  }

  /** Rows in which somebody became a lead, the most first. */
  public List<FunnelRow> newLeads() {
    return funnel.rows().stream()
        .filter(row -> row.leads() > 0)
        .sorted(Comparator.comparingLong(FunnelRow::leads).reversed())
        .toList();
  }

  /** What to look at; the page says what a rate means beside the rate. */
  public List<Diagnosis> findings() {
    return funnel.diagnosis().stream()
        .filter(finding -> !finding.code().startsWith("mql_to_sql"))
        .toList();
  }

  /** In the steps of the funnel. */
  public List<FunnelMeasure> steps() {
    return FunnelMeasure.STEPS;
  }

  public boolean isEmpty() {
    return Arrays.stream(FunnelMeasure.values())
        .allMatch(stage -> stage.in(funnel.total().counts()) == 0);
  }

  /** The bar's length in percent of the longest. */
  public long bar(FunnelMeasure stage) {
    FunnelCounts total = funnel.total().counts();
    long most = steps().stream().mapToLong(step -> step.in(total)).max().orElse(0);
    return most == 0 ? 0 : stage.in(total) * 100 / most;
  }

  static List<Rate> rates(FunnelReport report) {
    FunnelCounts now = report.total().counts();
    FunnelCounts before = report.trailing().total().counts();
    return Arrays.stream(FunnelRate.values())
        .map(
            rate ->
                new Rate(
                    rate.word(),
                    rate.explanation(),
                    report.rateTeams().get(rate.word()),
                    Ratio.of(rate, now),
                    Ratio.of(rate, before)))
        .toList();
  }

  static List<BandRow> bands(List<BenchmarkBand> bands, @Nullable BenchmarkStanding standing) {
    return bands.stream()
        .map(band -> new BandRow(band, standing != null && standing.band().equals(band)))
        .toList();
  }
}
