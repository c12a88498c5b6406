package dev.baton.desk;

import dev.baton.insight.Benchmark.Band;
import dev.baton.insight.Benchmark.Standing;
import dev.baton.insight.Funnel;
import dev.baton.insight.FunnelRow;
import dev.baton.insight.Rates;
import dev.baton.insight.Trends.FunnelPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Everything that the page of the funnel shows.
 *
 * @param changed what was replaced in the range, the latest first, as somebody reads it
 */
record FunnelSheet(
    FunnelLook look,
    Funnel funnel,
    List<Rate> rates,
    List<Published> bands,
    List<FunnelPoint> points,
    Charts.Drawing chart,
    List<Changed> changed) {

  /** The stages in their order, as the contract calls them, and how many of a row reached them. */
  enum Reached {
    LEAD(FunnelRow::leads),
    MQL(FunnelRow::mql),
    SAL(FunnelRow::sal),
    SQL(FunnelRow::sql),
    OPPORTUNITY(FunnelRow::opportunity),
    CUSTOMER(FunnelRow::customer),
    LOST(FunnelRow::lost);

    private final ToLongFunction<FunnelRow> count;

    Reached(ToLongFunction<FunnelRow> count) {
      this.count = count;
    }

    public String word() {
      return PageQuestion.of(this);
    }

    public long in(FunnelRow row) {
      return count.applyAsLong(row);
    }
  }

  /** Below that many, chance decides more than people. */
  static final long ENOUGH = 20;

  /**
   * One of the five rates, now and over the last 90 days.
   *
   * @param team whose work it shows
   */
  record Rate(String name, String of, String team, Of now, Of before) {}

  /** A part of a whole. */
  record Of(Double rate, long part, long whole) {
    public boolean few() {
      return whole < ENOUGH;
    }
  }

  /** What others report. */
  record Published(Band band, boolean here) {}

  /** A definition that was replaced. */
  record Changed(String when, String what) {}

  public List<Reached> stages() {
    return List.of(Reached.values());
  }

  /** From MQL on; in the steps of the funnel. */
  public List<Reached> steps() {
    return Arrays.stream(Reached.values()).filter(stage -> stage != Reached.LOST).toList();
  }

  /** The bar's length in percent of the MQLs. */
  public long bar(Reached stage) {
    FunnelRow total = funnel.total();
    long most = steps().stream().mapToLong(step -> step.in(total)).max().orElse(0);
    return most == 0 ? 0 : stage.in(total) * 100 / most;
  }

  static List<Rate> rates(Funnel funnel) {
    FunnelRow now = funnel.total();
    FunnelRow before = funnel.trailing().total();
    Map<String, String> teams = funnel.rateTeams();
    return List.of(
        rate("acceptance", Reached.MQL, Reached.SAL, Rates::acceptance, now, before, teams),
        rate("qualification", Reached.SAL, Reached.SQL, Rates::qualification, now, before, teams),
        rate("mqlToSql", Reached.MQL, Reached.SQL, Rates::mqlToSql, now, before, teams),
        rate(
            "sqlToOpportunity",
            Reached.SQL,
            Reached.OPPORTUNITY,
            Rates::sqlToOpportunity,
            now,
            before,
            teams),
        new Rate("win", "Won, of won and lost", teams.get("win"), win(now), win(before)));
  }

  private static Rate rate(
      String name,
      Reached from,
      Reached to,
      Function<Rates, Double> rate,
      FunnelRow now,
      FunnelRow before,
      Map<String, String> teams) {
    return new Rate(
        name,
        name(from) + " → " + name(to),
        teams.get(name),
        new Of(rate.apply(now.rates()), to.in(now), from.in(now)),
        new Of(rate.apply(before.rates()), to.in(before), from.in(before)));
  }

  private static String name(Reached stage) {
    return stage == Reached.OPPORTUNITY ? "opportunity" : stage.name();
  }

  private static Of win(FunnelRow row) {
    return new Of(row.rates().win(), row.customer(), row.customer() + row.lost());
  }

  static List<Published> bands(List<Band> bands, Standing standing) {
    return bands.stream()
        .map(band -> new Published(band, standing != null && standing.band().equals(band)))
        .toList();
  }
}
