package dev.baton.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Records as lines with a header of their components' names; a record inside a record spreads over
 * its own columns, and one that is there already is called by both names. Text that a spreadsheet
 * would take for a formula gets an apostrophe in front.
 */
final class CsvWriter {
  private static final String FORMULA = "=+-@\t\r\n";

  private CsvWriter() {}

  static <R extends Record> String of(Class<R> type, List<R> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      List<Object> header = new ArrayList<>();
      names(type, "", header);
      printer.printRecord(header);
      for (R row : rows) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells(type, row, cells);
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void names(Class<?> type, String within, List<Object> names) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      if (component.getType().isRecord()) {
        names(component.getType(), name, names);
      } else {
        names.add(names.contains(name) ? within + StringUtils.capitalize(name) : name);
      }
    }
  }

  private static void cells(Class<?> type, @Nullable Object row, List<@Nullable Object> cells) {
    for (RecordComponent component : type.getRecordComponents()) {
      @Nullable Object value = row == null ? null : value(component, row);
      if (component.getType().isRecord()) {
        cells(component.getType(), value, cells);
      } else {
        cells.add(
            value instanceof Collection<?> several
                ? safe(several.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                : safe(value));
      }
    }
  }

  private static @Nullable Object value(RecordComponent component, Object row) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A record's component can be read", e);
    }
  }

  /** Numbers are ours, and may well be negative. */
  private static @Nullable Object safe(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : value;
  }
}
