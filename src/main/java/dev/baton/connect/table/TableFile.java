package dev.baton.connect.table;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.StreamUtils;

/** Table that was sent, kept in a file until it is closed: its header and the rows below. */
public final class TableFile implements AutoCloseable {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  public static final int MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 200;

  /** Titles may stand above the header. */
  private static final int HEADER_WITHIN = 10;

  private final Path file;
  private final TableSource source;
  private final TableRow header;

  private TableFile(Path file, TableSource source, TableRow header) {
    this.file = file;
    this.source = source;
    this.header = header;
  }

  /**
   * Keeps what is sent and looks at how it is written.
   *
   * @param names whether a column of this name is known
   */
  public static TableFile receive(
      InputStream body, @Nullable Charset declared, Predicate<String> names) throws IOException {
    Path file = Files.createTempFile("baton-import", ".table");
    try {
      copy(body, file);
      TableSource source = source(file, declared);
      return new TableFile(file, source, header(source, names));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static void copy(InputStream body, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (StreamUtils.copyRange(body, out, 0, MOST_BYTES) > MOST_BYTES) {
        throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 64 MiB; send it in parts");
      }
    }
  }

  private static TableSource source(Path file, @Nullable Charset declared) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
      return SpreadsheetSource.of(file);
    }
    if (head.length == 4 && (head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
      throw InvalidInput.at("file", "is an old .xls file; save it as .xlsx or CSV");
    }
    return CsvSource.of(file, declared);
  }

  /** The row that has the most names we know, else the first that has anything. */
  private static TableRow header(TableSource source, Predicate<String> names) {
    List<TableRow> first = new ArrayList<>();
    source.read(
        row -> {
          if (!row.isBlank()) {
            first.add(row);
          }
          return first.size() < HEADER_WITHIN;
        });
    if (first.isEmpty()) {
      throw InvalidInput.at("file", "is empty; send a header and rows below it");
    }
    TableRow header =
        first.stream()
            .max(
                Comparator.comparingLong((TableRow row) -> known(row, names))
                    .thenComparing(TableRow::line, Comparator.reverseOrder()))
            .orElseThrow();
    if (header.cells().size() > MOST_COLUMNS) {
      throw InvalidInput.at("file", "has more than %d columns".formatted(MOST_COLUMNS));
    }
    return header;
  }

  private static long known(TableRow row, Predicate<String> names) {
    return row.cells().stream().filter(names).count();
  }

  public TableFormat format() {
    return source.format();
  }

  public List<String> header() {
    return header.cells().stream().map(String::strip).toList();
  }

  /** Each row below the header that has anything; more than {@value #MOST_ROWS} are refused. */
  public void eachRow(Consumer<TableRow> consumer) {
    int[] rows = {0};
    source.read(
        row -> {
          if (row.line() > header.line() && !row.isBlank()) {
            if (++rows[0] > MOST_ROWS) {
              throw new ApiProblem(
                  HttpStatus.PAYLOAD_TOO_LARGE,
                  "More than %,d rows; send them in parts".formatted(MOST_ROWS));
            }
            consumer.accept(row);
          }
          return true;
        });
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
