package dev.baton.web.figures;

import dev.baton.insight.rollup.DrillDown;
import dev.baton.insight.rollup.RowFilter;
import org.jspecify.annotations.Nullable;

/** Request parameters of pages with the rows behind a figure; what makes no sense is ignored. */
record RowParameters(
    @Nullable String key,
    @Nullable String stage,
    @Nullable String clock,
    @Nullable String verdict,
    @Nullable String reason,
    @Nullable String page) {

  RowFilter filter(DateRange span) {
    int number = page != null && page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
    return new RowFilter(span.range(), orNull(key), number, DrillDown.PAGE);
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text;
  }
}
