package dev.baton.review.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One table of figures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureTable(
    String code,
    String title,
    String about,
    List<String> says,
    List<Column> columns,
    List<Line> lines) {

  /** The columns that a chart shows. */
  public List<Integer> drawn() {
    return IntStream.range(0, columns.size()).filter(i -> columns.get(i).drawn()).boxed().toList();
  }

  @JsonIgnore
  public boolean isDrawable() {
    return !lines.isEmpty()
        && drawn().stream()
            .anyMatch(i -> lines.stream().anyMatch(line -> line.values().get(i) != null));
  }

  /** What a whole bar of a column stands for: all of it for a share, else its greatest value. */
  public double most(int column) {
    if (columns.get(column).unit() == Unit.SHARE) {
      return 1;
    }
    return lines.stream()
        .map(line -> line.values().get(column))
        .filter(value -> value != null)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** The table as a sentence each line, for whom a picture says nothing. */
  public String alt() {
    return title
        + ": "
        + lines.stream()
            .map(
                line ->
                    line.label()
                        + drawn().stream()
                            .map(i -> " " + columns.get(i).text(line.values().get(i)))
                            .reduce("", String::concat))
            .reduce((a, b) -> a + "; " + b)
            .orElse("nothing");
  }

  /**
   * One column.
   *
   * @param drawn whether a chart shows it
   */
  public record Column(String label, Unit unit, boolean drawn) {

    /** A value as people read it who read English. */
    public String text(@Nullable Double value) {
      return text(value, Locale.ENGLISH);
    }

    public String text(@Nullable Double value, Locale locale) {
      return value == null ? "–" : unit.text(value, locale);
    }
  }

  /** One row; a value may be null: nothing to divide, or too few to say. */
  public record Line(String label, List<Double> values) {

    static Line of(String label, long n, @Nullable Double... more) {
      List<Double> values = new ArrayList<>(List.of((double) n));
      values.addAll(Arrays.asList(more));
      return new Line(label, values);
    }
  }

  /** What a column counts. */
  public enum Unit {
    COUNT,
    SHARE,
    HOURS,
    TIMES;

    String text(double value, Locale locale) {
      return switch (this) {
        case COUNT -> String.format(locale, "%,.0f", value);
        case SHARE -> trim(String.format(locale, "%.1f", value * 100)) + " %";
        case HOURS -> trim(String.format(locale, "%.1f", value)) + " h";
        case TIMES -> trim(String.format(locale, "%.1f", value)) + " ×";
      };
    }

    private static String trim(String number) {
      return number.replaceFirst("[.,]0$", "");
    }
  }
}
