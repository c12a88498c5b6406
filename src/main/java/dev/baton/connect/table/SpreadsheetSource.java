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
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of a spreadsheet; a date is given in ISO 8601, as it stands there. */
final class SpreadsheetSource implements TableSource {
  /** What a file may unfold to. */
  private static final long MOST_BYTES = 500L * 1024 * 1024;

  private static final int WIDEST = 300;
  private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
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
    byte[] some = new byte[65_536];
    try (InputStream in = zip.getInputStream(entry)) {
      int read = in.read(some);
      while (read >= 0) {
        size += read;
        if (size > most) {
          throw InvalidInput.at("file", "unfolds to more than 500 MB; save it as CSV");
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
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> all = book.getFirstSheet().openStream()) {
      LocalDate dayZero = book.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      all.takeWhile(row -> rows.test(new TableRow(row.getRowNum(), cells(row, dayZero))))
          .forEach(row -> {});
    } catch (ExcelReaderException | IOException e) {
      throw unreadable();
    }
  }

  private static InvalidInput unreadable() {
    return InvalidInput.at("file", "can't be read as a spreadsheet (.xlsx)");
  }

  private static List<String> cells(Row row, LocalDate dayZero) {
    List<String> cells = new ArrayList<>();
    int width = Math.min(row.getCellCount(), WIDEST);
    for (int column = 0; column < width; column++) {
      cells.add(row.getOptionalCell(column).map(cell -> text(cell, dayZero)).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell, LocalDate dayZero) {
    String raw = cell.getRawValue();
    if (raw == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return "";
    }
    if (cell.getType() == CellType.STRING) {
      return cell.asString();
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return String.valueOf(cell.asBoolean());
    }
    BigDecimal number;
    try {
      number = new BigDecimal(raw);
    } catch (NumberFormatException e) {
      return cell.getText();
    }
    String format = cell.getDataFormatString();
    boolean isDate = format != null && isOfDates(format);
    return isDate ? instant(number, dayZero) : number.stripTrailingZeros().toPlainString();
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
