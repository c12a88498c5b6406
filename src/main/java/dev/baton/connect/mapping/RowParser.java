package dev.baton.connect.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.table.CountryNames;
import dev.baton.connect.table.TableRow;
import dev.baton.connect.table.WrittenNumbers;
import dev.baton.input.DomainNames;
import dev.baton.input.FieldError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Parser of the rows of one file: each becomes a lead or a signal in the form of the contract. */
public final class RowParser {
  /** What the contract understands of them, by field. */
  private static final Map<String, String> OPT_OUTS =
      Map.of("optOut.email", "hasOptedOutOfEmail", "optOut.phone", "doNotCall");

  /** What isn't the same as a number and as a text that looks like one. */
  private static final Set<String> AS_NUMBERS = Set.of("value", "companySize");

  private final ImportPlan plan;
  private final String importId;

  public RowParser(ImportPlan plan, String importId) {
    this.plan = plan;
    this.importId = importId;
  }

  public ImportPlan plan() {
    return plan;
  }

  public ParsedRow parse(TableRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ParsedRow parsed =
        new ParsedRow(row.line(), json, new HashMap<>(), new ArrayList<>(), new ArrayList<>());
    plan.constants().forEach(json::put);
    json.putObject("lead");
    for (int column = 0; column < plan.columns().size(); column++) {
      String field = plan.columns().get(column).field();
      String cell = row.cell(column);
      if (field != null && !cell.isEmpty()) {
        if (row.isNumber(column) && AS_NUMBERS.contains(field)) {
          number(parsed, field, cell);
        } else {
          put(parsed, field, cell);
        }
      }
    }
    tooManyCells(row, parsed);
    PersonNames.split((ObjectNode) json.get("lead"));
    if (plan.kind() == ImportKind.SIGNALS) {
      identify(parsed);
    }
    return parsed;
  }

  private void put(ParsedRow row, String field, String cell) {
    ObjectNode lead = (ObjectNode) row.json().get("lead");
    if (ImportFields.DATES.contains(field)) {
      date(row, field, cell);
    } else if (field.startsWith(ImportFields.PROPERTY)) {
      row.json()
          .withObject("/properties")
          .put(field.substring(ImportFields.PROPERTY.length()), cell);
    } else {
      switch (field) {
        case "id", "type", "source", "campaign", "channel" -> row.json().put(field, cell);
        case "reason", "currency" -> row.outcome().put(field, cell);
        case "value" -> amount(row, WrittenNumbers.amount(cell), cell);
        case "consent.email" -> lead.putObject("consent").put("email", cell);
        case "optOut.email", "optOut.phone" -> lead.put(OPT_OUTS.get(field), cell);
        case "country" -> lead.put(field, CountryNames.code(cell));
        case "companySize" -> lead.put(field, WrittenNumbers.ungrouped(cell));
        case "domain" -> lead.put(field, DomainNames.registrable(cell).orElse(cell));
        case "techStack" ->
            Stream.of(cell.split("[,;|]"))
                .map(String::strip)
                .forEach(lead.withArray("/techStack")::add);
        default -> lead.put(field, cell);
      }
    }
  }

  /** Nobody grouped its digits. */
  private void number(ParsedRow row, String field, String cell) {
    if (field.equals("value")) {
      amount(row, WrittenNumbers.computed(cell), cell);
    } else {
      ((ObjectNode) row.json().get("lead")).put(field, new BigDecimal(cell));
    }
  }

  private void date(ParsedRow row, String field, String cell) {
    Optional<Instant> at = plan.dates().read(cell, plan.zone());
    if (at.isEmpty()) {
      String message = "'%s' is not a date, such as 2026-12-24".formatted(cell);
      ImportIssue issue = issue(field, message);
      (field.equals("createdAt") ? row.warnings() : row.errors()).add(issue);
    } else if (ImportFields.STAGES.contains(field)) {
      row.outcome().put(field, at.get().toString());
    } else {
      row.json().put("occurredAt", at.get().toString());
    }
  }

  private void amount(ParsedRow row, Optional<String> read, String cell) {
    read.ifPresentOrElse(
        amount -> row.outcome().put("value", amount),
        () ->
            row.warnings().add(issue("value", "'%s' is not an amount; left out".formatted(cell))));
  }

  private void tooManyCells(TableRow row, ParsedRow parsed) {
    boolean more =
        row.cells().stream().skip(plan.columns().size()).anyMatch(cell -> !cell.isBlank());
    if (more) {
      parsed
          .errors()
          .add(
              new ImportIssue(
                  null,
                  null,
                  "has %d cells where the header has %d"
                      .formatted(row.cells().size(), plan.columns().size())));
    }
  }

  /**
   * The same act has the same id in whichever file it comes again; one without an instant is of
   * this file.
   */
  private void identify(ParsedRow row) {
    ObjectNode json = row.json();
    if (!json.has("occurredAt") && plan.has("occurredAt") && row.errors().isEmpty()) {
      row.errors().add(issue("occurredAt", "is empty; say when it happened"));
    }
    if (!json.has("id")) {
      byte[] content = json.toString().getBytes(StandardCharsets.UTF_8);
      json.put(
          "id",
          json.has("occurredAt")
              ? "row:" + UUID.nameUUIDFromBytes(content)
              : "import:%s:%d".formatted(importId, row.line()));
    }
  }

  /** What the contract calls a field, as the column of the file. */
  public List<ImportIssue> issues(List<FieldError> errors) {
    return errors.stream().map(error -> issue(ofFile(error.field()), error.message())).toList();
  }

  private static String ofFile(String field) {
    String bare = field.startsWith("lead.") ? field.substring(5) : field;
    return OPT_OUTS.keySet().stream()
        .filter(optOut -> bare.equals(OPT_OUTS.get(optOut)))
        .findFirst()
        .orElse(bare);
  }

  private ImportIssue issue(String field, String message) {
    return field.isEmpty() || field.equals("lead")
        ? new ImportIssue(null, null, message)
        : new ImportIssue(plan.columnOf(field).orElse(null), field, message);
  }
}
