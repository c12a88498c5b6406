package dev.baton.web.figures;

import dev.baton.insight.SeriesInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Labels of a chart's points; their days are UTC's, as they are counted. */
@Component
class ChartLabels {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

  static String label(Instant from, SeriesInterval interval) {
    return (interval == SeriesInterval.MONTH ? MONTH : DAY).format(from.atOffset(ZoneOffset.UTC));
  }

  /** For a table, where a year is welcome. */
  public String day(Instant from) {
    return DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
        .format(from.atOffset(ZoneOffset.UTC));
  }
}
