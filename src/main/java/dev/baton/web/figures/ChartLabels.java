package dev.baton.web.figures;

import dev.baton.insight.SeriesInterval;
import dev.baton.web.PageTexts;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Labels of a chart's points; their days are UTC's, as they are counted. */
@Component
class ChartLabels {
  static String label(Instant from, SeriesInterval interval) {
    String pattern =
        interval == SeriesInterval.MONTH ? "clock.format.chart_month" : "clock.format.chart_day";
    return format(pattern, from, ZoneOffset.UTC);
  }

  /** For a table, where a year is welcome. */
  public String day(Instant from) {
    return format("clock.format.chart_date", from, ZoneOffset.UTC);
  }

  /** From such as {@code 2026-11}. */
  public String month(String month) {
    PageTexts texts = PageTexts.ofRequest();
    return DateTimeFormatter.ofPattern(texts.say("clock.format.month"), texts.language().locale())
        .format(YearMonth.parse(month));
  }

  static String instant(Instant at, ZoneId zone) {
    return format("clock.format.chart_instant", at, zone);
  }

  private static String format(String pattern, Instant at, ZoneId zone) {
    PageTexts texts = PageTexts.ofRequest();
    return DateTimeFormatter.ofPattern(texts.say(pattern), texts.language().locale())
        .format(at.atZone(zone));
  }
}
