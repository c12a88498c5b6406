package dev.baton.review.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.review.figures.FigureTable.Column;
import dev.baton.review.figures.FigureTable.Line;
import dev.baton.review.figures.FigureTable.Unit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReviewChartsTest {
  private static final int BLUE = 0xff1f5fd6;
  private static final int YELLOW = 0xffe0a100;

  @Test
  void a_bar_of_thirty_percent_is_half_as_high_as_one_of_sixty() throws Exception {
    BufferedImage picture =
        picture(
            "rates",
            List.of(new Column("Rate", Unit.SHARE, true)),
            line("SQL of SAL", .6),
            line("SQL of MQL", .3));

    List<Integer> heights = heights(picture, BLUE);
    int high = heights.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(heights).contains(high);
    assertThat(heights.stream().filter(h -> Math.abs(h - high / 2) <= 2).count())
        .as("columns of the lower bar")
        .isGreaterThan(50);
  }

  @Test
  void two_columns_are_two_colours_and_what_is_not_known_has_no_bar() throws Exception {
    BufferedImage picture =
        picture(
            "funnel",
            List.of(
                new Column("Entered", Unit.COUNT, false),
                new Column("Rate", Unit.SHARE, true),
                new Column("Trailing 90 days", Unit.SHARE, true)),
            line("MQL", 34.0, null, null),
            line("SAL of MQL", 30.0, .88, .8),
            line("SQL of MQL", 12.0, .35, .28));

    assertThat(heights(picture, BLUE)).anyMatch(h -> h > 20);
    assertThat(heights(picture, YELLOW)).anyMatch(h -> h > 20);
    assertThat(picture.getWidth()).isEqualTo(1040);
  }

  @Test
  void labels_that_are_long_or_many_and_words_with_signs_are_drawn_all_the_same() throws Exception {
    Line[] many =
        IntStream.range(0, 30)
            .mapToObj(i -> line("Qualification & <review> of team number " + i, (double) i))
            .toArray(Line[]::new);
    assertThat(
            heights(
                picture("many", List.of(new Column("Rejections", Unit.COUNT, true)), many), BLUE))
        .anyMatch(h -> h > 20);
  }

  @Test
  void nothing_to_draw_is_no_picture() {
    Column rate = new Column("Rate", Unit.SHARE, true);
    assertThat(ReviewCharts.draw(table("none", List.of(rate)))).isEmpty();
    assertThat(ReviewCharts.draw(table("none", List.of(rate), line("SQL of MQL", (Double) null))))
        .isEmpty();
  }

  @Test
  void the_words_for_a_picture_say_its_figures() {
    FigureTable table =
        table(
            "funnel",
            List.of(new Column("Entered", Unit.COUNT, false), new Column("Rate", Unit.SHARE, true)),
            line("SQL of MQL", 12.0, .354),
            line("Won of closed", 0.0, null));
    assertThat(table.alt()).isEqualTo("funnel: SQL of MQL 35.4 %; Won of closed –");
  }

  private static Line line(String label, Double... values) {
    return new Line(label, Arrays.asList(values));
  }

  private static FigureTable table(String code, List<Column> columns, Line... lines) {
    return new FigureTable(code, code, "", List.of(), columns, List.of(lines));
  }

  private static BufferedImage picture(String code, List<Column> columns, Line... lines)
      throws Exception {
    byte[] png = ReviewCharts.draw(table(code, columns, lines)).orElseThrow();
    Path to = Path.of("target", "pages", "chart-" + code + ".png");
    Files.createDirectories(to.getParent());
    Files.write(to, png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** How many pixels of a colour each column of the picture has. */
  private static List<Integer> heights(BufferedImage picture, int colour) {
    return IntStream.range(0, picture.getWidth())
        .mapToObj(
            x ->
                (int)
                    IntStream.range(0, picture.getHeight())
                        .filter(y -> picture.getRGB(x, y) == colour)
                        .count())
        .toList();
  }
}
