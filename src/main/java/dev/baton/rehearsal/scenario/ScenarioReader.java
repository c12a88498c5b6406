package dev.baton.rehearsal.scenario;

import dev.baton.input.FieldError;
import dev.baton.input.InstantText;
import dev.baton.input.InvalidInput;
import dev.baton.input.TextPolicy;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reader of a scenario as a table of three columns: when, what and value. All that is wrong with it
 * is told by line.
 */
public final class ScenarioReader {
  /** A Monday morning: what a scenario says of its start is "start". */
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final int MOST_LINES = 200;
  private static final int LONGEST = 2_000;
  private static final String GIVEN = "given";
  private static final String START_WORD = "start";
  private static final List<String> HEADER = List.of("when", "what", "value");

  private final List<FieldError> errors = new ArrayList<>();
  private final Map<String, Object> lead = new LinkedHashMap<>();
  private final List<ScenarioStep> steps = new ArrayList<>();
  private Instant start = START;

  private ScenarioReader() {}

  /**
   * Reads a scenario.
   *
   * @throws InvalidInput that names each wrong line
   */
  public static Scenario read(String name, String csv) {
    return new ScenarioReader().scenario(name, csv);
  }

  private Scenario scenario(String name, String csv) {
    List<CSVRecord> rows = rows(csv);
    if (rows.size() > MOST_LINES) {
      throw InvalidInput.at("file", "has more than %d lines".formatted(MOST_LINES));
    }
    rows.forEach(this::read);
    if (steps.stream().noneMatch(step -> step.what() == StepKind.SIGNAL)) {
      errors.add(new FieldError("file", "nothing happens in it: add a line '+0h,signal,…'"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    lead.putIfAbsent("email", "somebody@scenario.example");
    // a sort keeps the order of what happens at the same time
    steps.sort(Comparator.comparing(ScenarioStep::after));
    return new Scenario(name, start, lead, steps);
  }

  /** Rows below the header, which a spreadsheet may have parted by semicolons. */
  private static List<CSVRecord> rows(String csv) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    String header = text.lines().findFirst().orElse("");
    char delimiter = header.indexOf(';') >= 0 ? ';' : ',';
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext() || !isHeader(records.next())) {
        throw InvalidInput.at("file", "its first line is: when,what,value");
      }
      List<CSVRecord> rows = new ArrayList<>();
      records.forEachRemaining(rows::add);
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw InvalidInput.at("file", "is no table of comma-separated values: " + e.getMessage());
    }
  }

  private static boolean isHeader(CSVRecord row) {
    return row.size() == HEADER.size()
        && row.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList().equals(HEADER);
  }

  private void read(CSVRecord row) {
    int line = Math.toIntExact(row.getRecordNumber());
    if (row.size() != HEADER.size()) {
      wrong(line, "has %d cells, not 3: when, what, value".formatted(row.size()));
      return;
    }
    Optional<String> objection =
        row.stream().flatMap(cell -> TextPolicy.objection(cell, LONGEST).stream()).findFirst();
    if (objection.isPresent()) {
      wrong(line, objection.get());
      return;
    }
    read(line, row.get(0).strip(), row.get(1).strip(), row.get(2).strip());
  }

  private void read(int line, String when, String what, String value) {
    try {
      switch (what.toLowerCase(Locale.ROOT)) {
        case GIVEN -> {
          lead.put(name(value), after(value));
        }
        case START_WORD -> start = InstantText.parse(value);
        default -> steps.add(step(line, when, what, value));
      }
    } catch (IllegalArgumentException e) {
      wrong(line, e.getMessage());
    }
  }

  private static ScenarioStep step(int line, String when, String what, String value) {
    StepKind kind =
        StepKind.of(what)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is not one of given, start, %s"
                            .formatted(what, String.join(", ", StepKind.WORDS))));
    Duration after = when.isEmpty() ? Duration.ZERO : ScenarioTime.span(when);
    Map<String, Object> values =
        kind.isExpectation() ? Map.of(ScenarioStep.EXPECTED, value) : values(kind, value);
    if (kind == StepKind.SIGNAL && !values.containsKey("type")) {
      throw new IllegalArgumentException("say which signal, such as demo_requested");
    }
    if (kind == StepKind.EXPECT_DUE && !value.equals("none")) {
      ScenarioTime.instant(value.isEmpty() ? "?" : value, START);
    }
    return new ScenarioStep(line, after, kind, values);
  }

  /** Parts between semicolons: {@code content_downloaded; asset=roi_calculator}. */
  private static Map<String, Object> values(StepKind kind, String text) {
    Map<String, Object> values = new LinkedHashMap<>();
    Iterator<String> unnamed = kind.fields().iterator();
    for (String part : text.split(";", -1)) {
      if (part.isBlank()) {
        continue;
      }
      if (part.indexOf('=') > 0) {
        values.put(name(part), after(part));
      } else if (unnamed.hasNext()) {
        values.put(unnamed.next(), part.strip());
      } else {
        throw new IllegalArgumentException("'%s' has no name: name=value".formatted(part.strip()));
      }
    }
    return values;
  }

  private static String name(String part) {
    int equals = part.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException("'%s' is not name=value".formatted(part));
    }
    return part.substring(0, equals).strip();
  }

  /** Numbers are numbers, where they stand for themselves. */
  private static Object after(String part) {
    String value = part.substring(part.indexOf('=') + 1).strip();
    return value.matches("0|[1-9]\\d{0,8}") ? (Object) Integer.valueOf(value) : value;
  }

  private void wrong(int line, @Nullable String message) {
    errors.add(new FieldError("line " + line, String.valueOf(message)));
  }
}
