package dev.baton.review.figures;

import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Unit;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the figures of a review for a mail, which runs no script: bars, in the page's colours. */
final class ReviewCharts {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewCharts.class);
  private static final Color INK = new Color(0x1d222b);
  private static final Color PALE = new Color(0x596170);
  private static final Color LINE = new Color(0xdfe2e7);
  private static final Color[] BARS = {
    new Color(0x1f5fd6), new Color(0xe0a100), new Color(0x1a6b3c)
  };
  private static final int WIDTH = 1040;
  private static final int HEIGHT = 440;
  private static final int MOST_BARS = 12;
  private static final int LONGEST_LABEL = 18;

  private ReviewCharts() {}

  /** A PNG, twice as large as it is shown; empty where there is nothing to draw or no font. */
  static Optional<byte[]> draw(FigureTable table) {
    if (!table.isDrawable()) {
      return Optional.empty();
    }
    try {
      return Optional.of(BitmapEncoder.getBitmapBytes(chart(table), BitmapFormat.PNG));
    } catch (IOException | RuntimeException | LinkageError e) {
      // A machine without fonts still sends the same figures as a table.
      LOG.warn("The chart '{}' could not be drawn; the mail goes out without it", table.title(), e);
      return Optional.empty();
    }
  }

  private static CategoryChart chart(FigureTable table) {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
    List<FigureTable.Line> lines =
        table.lines().stream()
            .filter(line -> table.drawn().stream().anyMatch(at -> line.values().get(at) != null))
            .limit(MOST_BARS)
            .toList();
    List<String> labels = lines.stream().map(line -> shortened(line.label())).toList();
    for (int at : table.drawn()) {
      Column column = table.columns().get(at);
      double factor = column.unit() == Unit.SHARE ? 100 : 1;
      chart.addSeries(
          column.label(),
          labels,
          lines.stream().map(line -> scaled(line.values().get(at), factor)).toList());
    }
    style(chart.getStyler(), table);
    return chart;
  }

  private static void style(CategoryStyler style, FigureTable table) {
    Unit unit = table.columns().get(table.drawn().get(0)).unit();
    Font small = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesColor(LINE);
    style.setPlotGridVerticalLinesVisible(false);
    style.setChartFontColor(INK);
    style.setAxisTickLabelsColor(PALE);
    style.setAxisTickLabelsFont(small);
    style.setLegendFont(small);
    style.setLegendBorderColor(Color.WHITE);
    style.setLegendVisible(table.drawn().size() > 1);
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setLegendLayout(LegendLayout.Horizontal);
    style.setSeriesColors(BARS);
    style.setAvailableSpaceFill(.7);
    style.setOverlapped(false);
    style.setYAxisMin(0.0);
    style.setYAxisDecimalPattern(
        switch (unit) {
          case SHARE -> "0' %'";
          case HOURS -> "0' h'";
          case TIMES -> "0.#' x'";
          case COUNT -> "0.#";
        });
    style.setXAxisLabelRotation(table.lines().size() > 6 ? 30 : 0);
    style.setAntiAlias(true);
  }

  /** XChart leaves a gap for null, but can't find a scale when a series has nothing else. */
  private static Double scaled(@Nullable Double value, double factor) {
    return value == null ? Double.valueOf(0) : Double.valueOf(value * factor);
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL
        ? label
        : label.substring(0, LONGEST_LABEL - 1).strip() + "…";
  }
}
