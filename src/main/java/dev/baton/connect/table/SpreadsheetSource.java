package dev.baton.connect.table;

import dev.baton.input.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a spreadsheet; a date is given in ISO 8601, as it stands there. */
final class SpreadsheetSource implements TableSource {
  /** What a file may unfold to. */
  private static final long MOST_BYTES = 500L * 1024 * 1024;

  private static final int WIDEST = 300;

  /** No number that means anything has more before or behind its point. */
  private static final int MOST_DIGITS = 60;

  /** The day after the last one that a spreadsheet knows. */
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  /** Texts, colours and currencies in a format, and what leaves room for a sign or repeats one. */
  private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");

  /** What a formula says that has no answer. */
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!", "#CALC!");

  private static final Pattern OF_DATES = Pattern.compile("(?i).*[ymdhs].*");

  private final Path file;

  private SpreadsheetSource(Path file) {
    this.file = file;
  }

  public static SpreadsheetSource of(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long left = MOST_BYTES;
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        left -= size(zip, entries.nextElement(), left);
      }
    } catch (java.util.zip.ZipException e) {
      throw unreadable();
    }
    return new SpreadsheetSource(file);
  }

  /** Unfolded, whatever it says of itself. */
  private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
    long size = 0;
    CellAddresses addresses = new CellAddresses();
    byte[] some = new byte[65_536];
    try (InputStream in = zip.getInputStream(entry)) {
      int read = in.read(some);
      while (read >= 0) {
        size += read;
        if (size > most) {
          throw InvalidInput.at("file", "unfolds to more than 500 MB; save it as CSV");
        }
        if (entry.getName().contains("worksheets") && !addresses.areGood(some, read)) {
          throw unreadable();
        }
        read = in.read(some);
      }
    }
    return size;
  }

  @Override
  public TableFormat format() {
    return TableFormat.SPREADSHEET;
  }

  @Override
  public void read(Predicate<TableRow> rows) {
    try (ReadableWorkbook book = book();
        Stream<Row> all = rows(book)) {
      LocalDate dayZero = book.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      Iterator<Row> each = all.iterator();
      Optional<TableRow> row = next(each, dayZero);
      while (row.isPresent() && rows.test(row.get())) {
        row = next(each, dayZero);
      }
    } catch (IOException e) {
      throw unreadable();
    }
  }

  /** The reader fails in as many ways as there are to break a file. */
  private ReadableWorkbook book() throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  private static Stream<Row> rows(ReadableWorkbook book) throws IOException {
    try {
      return book.getFirstSheet().openStream();
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  private static Optional<TableRow> next(Iterator<Row> rows, LocalDate dayZero) {
    try {
      return rows.hasNext() ? Optional.of(row(rows.next(), dayZero)) : Optional.empty();
    } catch (RuntimeException e) {
      throw unreadable();
    }
  }

  private static TableRow row(Row row, LocalDate dayZero) {
    List<String> cells = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    int width = Math.min(row.getCellCount(), WIDEST);
    for (int column = 0; column < width; column++) {
      Cell cell = row.getOptionalCell(column).orElse(null);
      BigDecimal number = cell == null ? null : number(cell);
      if (cell == null || number == null) {
        cells.add(cell == null ? "" : text(cell));
      } else if (isDate(cell, number)) {
        cells.add(instant(number, dayZero));
      } else {
        cells.add(number.stripTrailingZeros().toPlainString());
        numbers.add(column);
      }
    }
    return new TableRow(row.getRowNum(), cells, numbers);
  }

  private static InvalidInput unreadable() {
    return InvalidInput.at("file", "can't be read as a spreadsheet (.xlsx)");
  }

  /**
   * The number that stands there, unless nobody could write it out. A text of digits is none,
   * whether a formula made it or another program wrote it as if one had.
   */
  private static @Nullable BigDecimal number(Cell cell) {
    return cell.getValue() instanceof BigDecimal number
            && Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS
            && number.scale() <= MOST_DIGITS
        ? number
        : null;
  }

  private static String text(Cell cell) {
    Object value = cell.getValue();
    boolean isNothing =
        value == null
            || cell.getType() == CellType.ERROR
            || (cell.getType() == CellType.FORMULA && ERRORS.contains(value));
    return isNothing
        ? ""
        : value instanceof BigDecimal ? cell.getRawValue() : String.valueOf(value);
  }

  private static boolean isDate(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    return format != null
        && isOfDates(format)
        && number.signum() >= 0
        && number.compareTo(LAST_DAY) < 0;
  }

  private static boolean isOfDates(String format) {
    String bare = IN_QUOTES.matcher(format).replaceAll("");
    return !bare.equalsIgnoreCase("general") && OF_DATES.matcher(bare).matches();
  }

  private static String instant(BigDecimal serial, LocalDate dayZero) {
    long seconds =
        serial.multiply(BigDecimal.valueOf(86_400)).add(new BigDecimal("0.5")).longValue();
    LocalDateTime at = dayZero.atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
    return seconds % 86_400 == 0 ? at.toLocalDate().toString() : at.toString();
  }
}
