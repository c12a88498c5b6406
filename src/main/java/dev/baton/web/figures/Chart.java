package dev.baton.web.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chart data; the page says the same in a table.
 *
 * @param kind {@code line}, {@code bars} (stacked over time) or {@code across} (stacked to the
 *     right)
 * @param unit what the numbers are, such as {@code h}; null: just how many
 * @param marks where something changed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Chart(
    String kind,
    @Nullable String unit,
    List<String> labels,
    List<Series> series,
    List<Mark> marks) {

  /**
   * One line or colour.
   *
   * @param colour the name of a colour of the style sheet
   */
  record Series(String label, String colour, List<? extends Number> values) {}

  /**
   * At the point with this number, counted from 0.
   *
   * @param href where it is explained, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Mark(int at, String label, @Nullable String href) {}
}
