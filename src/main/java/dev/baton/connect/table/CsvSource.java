package dev.baton.connect.table;

import dev.baton.input.InvalidInput;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file. Its character set is the declared one, that of its byte order mark, UTF-8
 * where all of it is UTF-8, and else Windows-1252, which is said to be assumed; its delimiter the
 * one that makes most columns.
 */
final class CsvSource implements TableSource {
  private static final int SAMPLE = 65_536;
  private static final int SAMPLE_ROWS = 20;
  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

  /** Excel's own way to say it, in the first line. */
  private static final String SEPARATOR = "sep=";

  /** Windows' own; each of its characters is another one in that of old Macs. */
  private static final Charset USUAL = Charset.forName("windows-1252");

  private final Path file;
  private final Charset charset;
  private final boolean assumed;
  private final char delimiter;

  private CsvSource(Path file, Charset charset, boolean assumed, char delimiter) {
    this.file = file;
    this.charset = charset;
    this.assumed = assumed;
    this.delimiter = delimiter;
  }

  public static CsvSource of(Path file, @Nullable Charset declared) throws IOException {
    Charset said = said(file, declared);
    Charset charset = said == null ? USUAL : said;
    return new CsvSource(file, charset, said == null, delimiter(sample(file, charset)));
  }

  @Override
  public TableFormat format() {
    return new TableFormat("csv", charset.name(), assumed, String.valueOf(delimiter));
  }

  /** Null where nothing tells. */
  private static @Nullable Charset said(Path file, @Nullable Charset declared) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(400);
    }
    Charset marked = marked(head);
    if (marked != null) {
      return marked;
    }
    if (declared != null) {
      return declared;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : null;
  }

  /** By its byte order mark, or by every second byte being zero. */
  private static @Nullable Charset marked(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB) {
      return StandardCharsets.UTF_8;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    int most = head.length / 4;
    return odd > most ? StandardCharsets.UTF_16LE : even > most ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (Reader reader = reader(file, StandardCharsets.UTF_8)) {
      char[] some = new char[8_192];
      int read = reader.read(some);
      while (read >= 0) {
        read = reader.read(some);
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static String sample(Path file, Charset charset) throws IOException {
    char[] some = new char[SAMPLE];
    try (Reader reader = reader(file, charset)) {
      int read = reader.read(some);
      return read <= 0 ? "" : new String(some, 0, read);
    } catch (CharacterCodingException e) {
      throw notInCharset(charset);
    }
  }

  private static char delimiter(String sample) {
    if (sample.startsWith(SEPARATOR) && sample.length() > SEPARATOR.length()) {
      return sample.charAt(SEPARATOR.length());
    }
    char best = ',';
    int most = 1;
    for (char candidate : DELIMITERS) {
      int columns = columns(sample, candidate);
      if (columns > most) {
        best = candidate;
        most = columns;
      }
    }
    return best;
  }

  /** How many columns most of the first rows have. */
  private static int columns(String sample, char delimiter) {
    try (CSVParser parser = format(delimiter).parse(new StringReader(sample))) {
      List<Integer> sizes =
          parser.stream().limit(SAMPLE_ROWS).map(CSVRecord::size).sorted().toList();
      return sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
    } catch (IOException | UncheckedIOException e) {
      // the sample may end within quotes, and a quote be none with another delimiter
      return firstLine(sample, delimiter);
    }
  }

  private static int firstLine(String sample, char delimiter) {
    String line = sample.lines().findFirst().orElse("");
    return 1 + (int) line.chars().filter(c -> c == delimiter).count();
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(false)
        .setLenientEof(false)
        .get();
  }

  @Override
  public void read(Predicate<TableRow> rows) {
    try (Reader reader = reader(file, charset);
        CSVParser parser = format(delimiter).parse(reader)) {
      for (CSVRecord row : parser) {
        boolean saysSeparator = row.getRecordNumber() == 1 && row.get(0).startsWith(SEPARATOR);
        if (!saysSeparator && !rows.test(new TableRow((int) row.getRecordNumber(), row.toList()))) {
          return;
        }
      }
    } catch (CharacterCodingException e) {
      throw notInCharset(charset);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? notInCharset(charset)
          : malformed(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  private static InvalidInput notInCharset(Charset charset) {
    return InvalidInput.at(
        "file",
        "is not text in %s; save it as \"CSV UTF-8\" or as a spreadsheet"
            .formatted(charset.name()));
  }

  private static InvalidInput malformed(IOException e) {
    return InvalidInput.at(
        "file",
        "has quotes that don't close, so that its rows can't be told apart: " + e.getMessage());
  }
}
