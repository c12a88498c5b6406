package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportColumn;
import dev.baton.connect.mapping.ImportFields;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.mapping.ImportRequest;
import dev.baton.connect.table.DateOrder;
import dev.baton.connect.table.TableFile;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Planner of imports: finds out which column holds what, by the names of columns, by what somebody
 * says of them, or as the last file with the same columns was read, and how dates are written.
 */
@Component
class ImportPlanner {
  private static final String LEFT_OUT = "";

  private final ImportRuns runs;
  private final ZoneId zone;

  ImportPlanner(ImportRuns runs, ZoneId zone) {
    this.runs = runs;
    this.zone = zone;
  }

  /**
   * Plans a file.
   *
   * @throws InvalidInput where a column is missing without which no row is any good
   */
  ImportPlan plan(TableFile table, ImportRequest asked) {
    List<ImportColumn> columns = columns(table.header(), asked);
    check(columns, asked);
    ImportPlan plan =
        new ImportPlan(
            asked.kind(),
            table.format(),
            columns,
            asked.dates().orElse(DateOrder.DMY),
            zone,
            asked.constants());
    missing(plan);
    if (asked.dates().isPresent()) {
      return plan;
    }
    return new ImportPlan(
        plan.kind(), plan.format(), columns, dates(table, plan), zone, plan.constants());
  }

  private List<ImportColumn> columns(List<String> header, ImportRequest asked) {
    Map<String, String> before =
        asked.mapping().isEmpty() ? runs.lastMapping(asked.kind(), header) : Map.of();
    List<ImportColumn> columns = new ArrayList<>();
    Set<String> taken = new HashSet<>(asked.mapping().values());
    taken.addAll(before.values());
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      // of two columns of one name the first is meant: nothing tells them apart
      columns.add(
          seen.add(name)
              ? column(name, asked, before, taken)
              : new ImportColumn(name, null, "nothing"));
    }
    return columns;
  }

  private static ImportColumn column(
      String name, ImportRequest asked, Map<String, String> before, Set<String> taken) {
    String said = asked.mapping().get(name);
    if (said != null) {
      return new ImportColumn(name, fieldOrNull(said), "you");
    }
    String known = before.get(name);
    if (known != null) {
      return new ImportColumn(name, fieldOrNull(known), "before");
    }
    Optional<String> named = ImportFields.named(asked.kind(), name).filter(taken::add);
    return new ImportColumn(name, named.orElse(null), named.isPresent() ? "name" : "nothing");
  }

  private static @Nullable String fieldOrNull(String field) {
    return field.equals(LEFT_OUT) ? null : field;
  }

  private static void check(List<ImportColumn> columns, ImportRequest asked) {
    List<FieldError> errors = new ArrayList<>();
    List<String> names = columns.stream().map(ImportColumn::column).toList();
    List<String> known = ImportFields.of(asked.kind());
    asked
        .mapping()
        .forEach(
            (column, field) -> {
              if (!names.contains(column)) {
                errors.add(
                    new FieldError(
                        "mapping", "the file has no column '%s'".formatted(column), names));
              } else if (!field.equals(LEFT_OUT) && !ImportFields.isOf(asked.kind(), field)) {
                errors.add(
                    new FieldError(
                        "mapping",
                        "'%s' is no field of %s".formatted(field, asked.kind().word()),
                        known));
              }
            });
    Set<String> seen = new HashSet<>();
    columns.stream()
        .filter(column -> column.field() != null && !seen.add(column.field()))
        .forEach(
            column ->
                errors.add(
                    new FieldError(
                        "mapping",
                        "two columns hold %s; leave one out".formatted(column.field()))));
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private static void missing(ImportPlan plan) {
    List<FieldError> errors = new ArrayList<>();
    boolean saysWho =
        plan.columns().stream()
            .anyMatch(column -> column.field() != null && ImportFields.saysWho(column.field()));
    if (!saysWho) {
      errors.add(
          new FieldError(
              "mapping",
              "no column says who it is; say which one holds email or externalId",
              plan.columns().stream().map(ImportColumn::column).toList()));
    }
    if (plan.kind() == ImportKind.SIGNALS && !plan.has("type")) {
      errors.add(
          new FieldError(
              "type", "no column says what they did; map one to type, or say type= for all rows"));
    }
    if (plan.kind() == ImportKind.OUTCOMES && ImportFields.STAGES.stream().noneMatch(plan::has)) {
      errors.add(
          new FieldError(
              "mapping",
              "no column holds the date of a stage, such as mqlAt",
              ImportFields.STAGES));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  /** The only order in which all dates of the file are dates. */
  private static DateOrder dates(TableFile table, ImportPlan plan) {
    Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);
    List<String> ambiguous = new ArrayList<>();
    table.eachRow(
        row -> {
          for (int column = 0; column < plan.columns().size(); column++) {
            String field = plan.columns().get(column).field();
            String cell = row.cell(column);
            if (field != null && ImportFields.DATES.contains(field) && !cell.isEmpty()) {
              possible.retainAll(DateOrder.possible(cell));
              if (ambiguous.isEmpty() && DateOrder.isAmbiguous(cell)) {
                ambiguous.add(cell);
              }
            }
          }
        });
    if (ambiguous.isEmpty() || possible.size() == 1) {
      return possible.contains(DateOrder.DMY) ? DateOrder.DMY : DateOrder.MDY;
    }
    throw new InvalidInput(
        List.of(
            new FieldError(
                "dates",
                possible.isEmpty()
                    ? "the file writes dates in both orders, so that '%s' can be two days; write them as 2026-12-24"
                        .formatted(ambiguous.get(0))
                    : "'%s' can be two days; say dates=dmy or dates=mdy"
                        .formatted(ambiguous.get(0)),
                DateOrder.WORDS)));
  }
}
