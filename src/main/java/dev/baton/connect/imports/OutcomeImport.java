package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.connect.mapping.RowParser;
import dev.baton.connect.table.TableRow;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.identity.ImportedLeads;
import dev.baton.sql.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Past outcomes of a file: leads with the stages that they had, and their true dates (rule R26). No
 * process, clock, notice or turn comes of it; figures count it, and SLA figures don't.
 */
@Component
class OutcomeImport implements ImportTarget {
  private static final String HAS_PAST =
      "has a history here already, which stays as it is; take an earlier import back first";

  private final LeadImport leads;
  private final PastLeads past;
  private final RetriedTransaction transaction;
  private final Clock clock;

  OutcomeImport(LeadImport leads, PastLeads past, RetriedTransaction transaction, Clock clock) {
    this.leads = leads;
    this.past = past;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.OUTCOMES;
  }

  /** Lead of a row and what it went through, if the row tells that. */
  private record PastRow(LeadImport.LeadRow lead, @Nullable PastStages stages) {}

  @Override
  public Checked check(ParsedRow row, RowParser parser) {
    PastRow read = read(row, parser);
    ImportedLeads.Told told = read.lead().told();
    return new Checked(
        Optional.ofNullable(told).map(lead -> lead.mention().details()),
        read.lead().errors(),
        read.lead().warnings());
  }

  private PastRow read(ParsedRow row, RowParser parser) {
    PastStages stages = PastStages.read(row, parser.plan(), clock.instant()).orElse(null);
    if (stages != null) {
      Instant known =
          row.json().has("occurredAt")
              ? Instant.parse(row.json().get("occurredAt").asText())
              : stages.first();
      // it was a lead before it was an MQL
      row.json().put("occurredAt", earlier(known, stages.first()).toString());
    }
    return new PastRow(leads.read(row, parser), stages);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public void take(
      ImportRun run, List<TableRow> rows, boolean again, Consumer<List<RowResult>> mark) {
    RowParser parser = new RowParser(run.plan(), run.id());
    List<PastRow> read = new ArrayList<>();
    for (TableRow row : rows) {
      PastRow past = read(parser.parse(row), parser);
      read.add(new PastRow(leads.spelled(past.lead()), past.stages()));
    }
    take(run.id(), read, mark);
  }

  private void take(String importId, List<PastRow> rows, Consumer<List<RowResult>> mark) {
    try {
      transaction.run(() -> mark.accept(enter(importId, rows, now())));
    } catch (DataIntegrityViolationException e) {
      if (rows.size() == 1) {
        mark.accept(
            List.of(RowResult.refused(rows.get(0).lead().line(), "The database refused this row")));
      } else {
        rows.forEach(row -> take(importId, List.of(row), mark));
      }
    }
  }

  private List<RowResult> enter(String importId, List<PastRow> rows, Instant now) {
    Map<Integer, ContactDetails> told = new LinkedHashMap<>();
    for (PastRow row : rows) {
      ImportedLeads.Told lead = row.lead().told();
      if (lead != null && row.stages() != null) {
        told.put(row.lead().line(), lead.mention().details());
      }
    }
    Map<Integer, String> refused = refused(told, new HashSet<>());
    List<LeadImport.LeadRow> good =
        rows.stream()
            .map(PastRow::lead)
            .filter(row -> row.told() != null && !refused.containsKey(row.line()))
            .toList();
    Map<Integer, RowResult> learned = new HashMap<>();
    leads.learn(importId, good, now).forEach(result -> learned.put(result.line(), result));
    Map<String, PastStages> pasts = new HashMap<>();
    List<RowResult> results = new ArrayList<>();
    for (PastRow row : rows) {
      RowResult result = learned.get(row.lead().line());
      if (result == null) {
        List<ImportIssue> why =
            row.lead().told() == null
                ? row.lead().errors()
                : List.of(new ImportIssue(null, null, HAS_PAST));
        results.add(RowResult.refused(row.lead().line(), why));
        continue;
      }
      results.add(result);
      if (row.stages() != null) {
        pasts.put(Objects.requireNonNull(result.leadId()), row.stages());
      }
    }
    past.enter(importId, pasts, now);
    return results;
  }

  /** A past is told once of each lead. */
  @Override
  public Map<Integer, String> refused(
      List<ParsedRow> rows, List<@Nullable ContactDetails> contacts, Set<String> seen) {
    Map<Integer, ContactDetails> told = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ContactDetails contact = contacts.get(i);
      if (contact != null && rows.get(i).tellsPast()) {
        told.put(rows.get(i).line(), contact);
      }
    }
    return refused(told, seen);
  }

  private Map<Integer, String> refused(Map<Integer, ContactDetails> told, Set<String> seen) {
    Map<Integer, String> refused = new HashMap<>();
    Iterator<Boolean> known = past.known(List.copyOf(told.values())).iterator();
    told.forEach(
        (line, contact) -> {
          List<String> keys = ImportTrial.keys(contact);
          boolean isAgain = keys.stream().anyMatch(seen::contains);
          seen.addAll(keys);
          if (known.next() || isAgain) {
            refused.put(line, HAS_PAST);
          }
        });
    return refused;
  }

  @Override
  public void undo(ImportRun run, List<ImportRows.Taken> rows, Consumer<List<RowResult>> mark) {
    List<String> ids = LeadImport.ids(rows);
    Set<String> movedOn = new HashSet<>();
    transaction.run(
        () -> {
          movedOn.clear();
          movedOn.addAll(past.remove(run.id(), ids));
        });
    List<ImportRows.Taken> going =
        rows.stream().filter(row -> !movedOn.contains(String.valueOf(row.leadId()))).toList();
    List<ImportRows.Taken> staying = rows.stream().filter(row -> !going.contains(row)).toList();
    if (!staying.isEmpty()) {
      mark.accept(staying.stream().map(row -> LeadImport.undone(row, true)).toList());
    }
    if (!going.isEmpty()) {
      leads.undo(run, going, mark);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
