package dev.baton.know.attribution;

import dev.baton.connect.table.TableFile;
import dev.baton.connect.table.TableRow;
import dev.baton.connect.table.WrittenNumbers;
import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reader of campaign costs, of JSON or of a table; all rows are good, or none is kept. */
final class CostReader {
  static final List<String> COLUMNS = List.of("campaign", "month", "amount", "currency");
  private static final int MOST = 10_000;
  private static final String COSTS = "costs";

  private final FieldReader fields;
  private final List<CampaignCost> costs = new ArrayList<>();

  private CostReader(FieldReader fields) {
    this.fields = fields;
  }

  /** An array of costs, or an object that has one in {@code costs}. */
  static List<CampaignCost> json(@Nullable Object body) {
    Map<?, ?> object = body instanceof Map<?, ?> given ? given : Map.of();
    Object list = body instanceof List<?> ? body : object.get(COSTS);
    CostReader reader = new CostReader(FieldReader.ofJson(Map.of()));
    if (!(list instanceof List<?> rows) || rows.isEmpty() || rows.size() > MOST) {
      reader.fields.wrong(
          COSTS, "a list of 1 to %,d costs: {campaign, month, amount, currency}".formatted(MOST));
      return reader.checked();
    }
    for (int i = 0; i < rows.size(); i++) {
      String path = "%s[%d]".formatted(COSTS, i);
      if (rows.get(i) instanceof Map<?, ?> row) {
        reader.read(reader.fields.inside(path + ".", FlatJson.of(row)));
      } else {
        reader.fields.wrong(path, "an object {campaign, month, amount, currency}");
      }
    }
    return reader.checked();
  }

  /** A header of the four names, in any order, and a cost a row. */
  static List<CampaignCost> table(TableFile table) {
    CostReader reader = new CostReader(new FieldReader(Map.of()));
    List<String> header =
        table.header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    COLUMNS.stream()
        .filter(column -> !header.contains(column))
        .forEach(column -> reader.fields.wrong(column, "the file has no such column", COLUMNS));
    if (reader.fields.errors().isEmpty()) {
      table.eachRow(row -> reader.read(row, header));
      if (reader.costs.isEmpty() && reader.fields.errors().isEmpty()) {
        reader.fields.wrong(COSTS, "the file has no row below its header");
      }
    }
    return reader.checked();
  }

  private List<CampaignCost> checked() {
    fields.check("The costs were not taken.");
    return costs;
  }

  private void read(TableRow row, List<String> header) {
    Map<String, Object> values = new HashMap<>();
    for (String column : COLUMNS) {
      values.put(column, row.cell(header.indexOf(column)));
    }
    int column = header.indexOf("amount");
    String written = row.cell(column);
    Optional<String> amount =
        row.isNumber(column) ? WrittenNumbers.computed(written) : WrittenNumbers.amount(written);
    values.put("amount", amount.orElse(written));
    read(fields.inside("line %d, ".formatted(row.line()), values));
  }

  private void read(FieldReader row) {
    String campaign = row.requiredText("campaign", "say which campaign", 200);
    YearMonth month = row.parsed("month", CostReader::month);
    BigDecimal amount = row.amount("amount");
    String currency = row.currency("currency");
    if (month == null) {
      row.missing("month", "say which month, such as 2026-11");
    }
    if (amount == null) {
      row.missing("amount", "say how much, such as 12500 or 12500.50");
    }
    if (campaign != null && month != null && amount != null && currency != null) {
      costs.add(new CampaignCost(campaign, month, amount, currency));
    }
  }

  /** Days of the month are ignored: spreadsheets write them unasked. */
  private static YearMonth month(String text) {
    try {
      YearMonth month =
          YearMonth.parse(text.matches("\\d{4}-\\d{2}-\\d{2}") ? text.substring(0, 7) : text);
      if (month.getYear() < 1970 || month.getYear() > 9999) {
        throw new DateTimeException("The year %d".formatted(month.getYear()));
      }
      return month;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a month, such as 2026-11");
    }
  }
}
