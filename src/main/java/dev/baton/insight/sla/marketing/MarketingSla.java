package dev.baton.insight.sla.marketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.rollup.Fractions;
import dev.baton.rejection.followup.BadFit;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The SLA of marketing towards sales: replies to rejections, and MQLs that fit. */
public record MarketingSla(Answered answered, Quality quality, List<Diagnosis> diagnosis) {

  /**
   * Each rejection is answered in time.
   *
   * @param compliance met of met and missed; null without any
   */
  public record Answered(
      long due,
      long met,
      long missed,
      long open,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double compliance,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double p50Hours) {}

  /** Few of a month's MQLs are turned down as not fitting. */
  public record Quality(List<String> reasons, double limit, int enough, List<Month> months) {}

  /**
   * One month.
   *
   * @param share of the MQLs; null without any
   * @param kept whether the share stayed below the limit; null when there are too few to say
   */
  public record Month(
      String month,
      long mqls,
      long badFit,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double share,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Boolean kept) {}

  public static MarketingSla of(
      MarketingSlaEntries.Answers answers,
      List<MarketingSlaEntries.Mql> mqls,
      BadFit target,
      ZoneId zone) {
    Answered answered =
        new Answered(
            answers.due(),
            answers.met(),
            answers.missed(),
            answers.open(),
            Fractions.of(answers.met(), answers.met() + answers.missed()),
            answers.p50Hours());
    Quality quality =
        new Quality(
            target.reasons(),
            target.percent() / 100.0,
            target.enough(),
            months(mqls, target, zone));
    return new MarketingSla(answered, quality, diagnosis(answered, quality, target));
  }

  private static List<Month> months(
      List<MarketingSlaEntries.Mql> mqls, BadFit target, ZoneId zone) {
    Map<YearMonth, long[]> counts = new TreeMap<>();
    for (MarketingSlaEntries.Mql mql : mqls) {
      long[] month =
          counts.computeIfAbsent(YearMonth.from(mql.at().atZone(zone)), none -> new long[2]);
      month[0]++;
      month[1] += mql.badFit() ? 1 : 0;
    }
    return counts.entrySet().stream()
        .map(month -> month(month.getKey(), month.getValue()[0], month.getValue()[1], target))
        .toList();
  }

  /** Whole numbers are compared: exactly the limit is not below it. */
  private static Month month(YearMonth month, long mqls, long badFit, BadFit target) {
    Boolean kept =
        mqls < target.enough() ? null : Boolean.valueOf(badFit * 100 < mqls * target.percent());
    return new Month(month.toString(), mqls, badFit, Fractions.of(badFit, mqls), kept);
  }

  private static List<Diagnosis> diagnosis(Answered answered, Quality quality, BadFit target) {
    List<Diagnosis> found = new ArrayList<>();
    for (Month month : quality.months()) {
      if (Boolean.FALSE.equals(month.kept())) {
        found.add(
            new Diagnosis(
                "bad_fit_above_limit",
                ("Of %d MQLs of %s %d were rejected as a bad fit: %d %%, the target is less than"
                        + " %d %%. Look at their sources and campaigns, and whether the threshold is"
                        + " too loose.")
                    .formatted(
                        month.mqls(),
                        month.month(),
                        month.badFit(),
                        Math.round((double) month.badFit() / month.mqls() * 100),
                        target.percent())));
      }
    }
    if (answered.missed() > 0) {
      found.add(
          new Diagnosis(
              "answers_missed",
              "%d of %d rejections by sales were not answered in time."
                  .formatted(answered.missed(), answered.due())));
    }
    return List.copyOf(found);
  }
}
