package dev.baton.web.figures;

import dev.baton.insight.sla.SlaRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Heat map of missed deadlines by hour of the week. */
record WeekHeatMap(List<Day> days) {
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  /** With fewer in an hour, one bad day paints it red. */
  static final long ENOUGH = 5;

  record Day(String name, List<Cell> hours) {}

  /**
   * One hour.
   *
   * @param key as the figures call it
   */
  record Cell(String key, int hour, long met, long missed) {
    public long answered() {
      return met + missed;
    }

    public boolean few() {
      return answered() < ENOUGH;
    }

    /** In whole percent. */
    public long percent() {
      return answered() == 0 ? 0 : Math.round(missed * 100.0 / answered());
    }

    /** For a class name: from 0, nothing missed, to 4, half and more. */
    public int level() {
      long percent = percent();
      if (percent == 0) {
        return 0;
      }
      if (percent < 10) {
        return 1;
      }
      return percent < 25 ? 2 : percent < 50 ? 3 : 4;
    }
  }

  /** Of rows by hour, whatever their clock. */
  static WeekHeatMap of(List<SlaRow> rows) {
    List<Day> days = new ArrayList<>();
    for (int day = 1; day <= DAYS; day++) {
      int of = day;
      days.add(
          new Day(
              FigureLabels.day(day),
              IntStream.range(0, HOURS).mapToObj(hour -> cell(rows, of, hour)).toList()));
    }
    return new WeekHeatMap(days);
  }

  private static Cell cell(List<SlaRow> rows, int day, int hour) {
    String key = "%d-%02d".formatted(day, hour);
    List<SlaRow> here = rows.stream().filter(row -> key.equals(row.key())).toList();
    return new Cell(
        key,
        hour,
        here.stream().mapToLong(SlaRow::met).sum(),
        here.stream().mapToLong(SlaRow::missed).sum());
  }

  public List<Integer> hours() {
    return IntStream.range(0, HOURS).boxed().toList();
  }
}
