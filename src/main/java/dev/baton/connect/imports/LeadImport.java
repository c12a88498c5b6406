package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.connect.mapping.RowParser;
import dev.baton.connect.table.TableRow;
import dev.baton.lead.identity.ImportedLeads;
import dev.baton.signal.SignalFeed;
import dev.baton.sql.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Leads of a file: they are made, or what is known of them is completed; nothing starts. */
@Component
class LeadImport implements ImportTarget {
  static final String STAYS = "stays: something else is known of this lead by now";

  private final SignalFeed feed;
  private final ImportedLeads leads;
  private final RetriedTransaction transaction;
  private final Clock clock;

  LeadImport(SignalFeed feed, ImportedLeads leads, RetriedTransaction transaction, Clock clock) {
    this.feed = feed;
    this.leads = leads;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.LEADS;
  }

  @Override
  public Checked check(ParsedRow row, RowParser parser) {
    LeadRow read = read(row, parser);
    return new Checked(
        read.told() == null
            ? java.util.Optional.empty()
            : java.util.Optional.of(read.told().mention().details()),
        read.errors(),
        read.warnings());
  }

  /** Lead of a row; null where something is wrong with it. */
  record LeadRow(
      int line,
      ImportedLeads.@Nullable Told told,
      List<ImportIssue> errors,
      List<ImportIssue> warnings) {}

  LeadRow read(ParsedRow row, RowParser parser) {
    SignalFeed.LeadReading reading = feed.readLead(row.json());
    List<ImportIssue> errors = new ArrayList<>(row.errors());
    errors.addAll(parser.issues(reading.errors()));
    List<ImportIssue> warnings = new ArrayList<>(row.warnings());
    warnings.addAll(parser.issues(reading.warnings()));
    return new LeadRow(
        row.line(), errors.isEmpty() ? reading.told().orElse(null) : null, errors, warnings);
  }

  @Override
  public void take(
      ImportRun run, List<TableRow> rows, boolean again, Consumer<List<RowResult>> mark) {
    RowParser parser = new RowParser(run.plan(), run.id());
    List<LeadRow> read =
        rows.stream().map(row -> spelled(read(parser.parse(row), parser))).toList();
    take(run.id(), read, mark);
  }

  LeadRow spelled(LeadRow row) {
    return row.told() == null
        ? row
        : new LeadRow(row.line(), leads.spelled(row.told()), row.errors(), row.warnings());
  }

  /** One that the database refuses takes none of its neighbours with it. */
  private void take(String importId, List<LeadRow> rows, Consumer<List<RowResult>> mark) {
    try {
      transaction.run(() -> mark.accept(learn(importId, rows, now())));
    } catch (DataIntegrityViolationException e) {
      if (rows.size() == 1) {
        mark.accept(
            List.of(RowResult.refused(rows.get(0).line(), "The database refused this row")));
      } else {
        rows.forEach(row -> take(importId, List.of(row), mark));
      }
    }
  }

  List<RowResult> learn(String importId, List<LeadRow> rows, Instant now) {
    List<ImportedLeads.Told> good =
        rows.stream().map(LeadRow::told).filter(Objects::nonNull).toList();
    List<ImportedLeads.Learned> learned =
        good.isEmpty() ? List.of() : leads.learn(importId, good, now);
    List<RowResult> results = new ArrayList<>();
    int next = 0;
    for (LeadRow row : rows) {
      results.add(
          row.told() == null
              ? RowResult.refused(row.line(), row.errors())
              : result(row, learned.get(next++)));
    }
    return results;
  }

  private static RowResult result(LeadRow row, ImportedLeads.Learned learned) {
    List<ImportIssue> issues = new ArrayList<>(row.warnings());
    learned.conflicts().forEach(text -> issues.add(new ImportIssue(null, null, text)));
    RowState state = learned.isNew() ? RowState.NEW : RowState.JOINED;
    return new RowResult(row.line(), state, learned.leadId(), null, issues);
  }

  @Override
  public void undo(ImportRun run, List<ImportRows.Taken> rows, Consumer<List<RowResult>> mark) {
    try {
      transaction.run(() -> mark.accept(remove(run.id(), rows)));
    } catch (DataIntegrityViolationException e) {
      if (rows.size() > 1) {
        rows.forEach(row -> undo(run, List.of(row), mark));
        return;
      }
      transaction.run(
          () -> {
            leads.unlearn(run.id(), ids(rows));
            mark.accept(rows.stream().map(row -> undone(row, true)).toList());
          });
    }
  }

  private List<RowResult> remove(String importId, List<ImportRows.Taken> rows) {
    Set<String> stay = new TreeSet<>(leads.remove(importId, ids(rows)));
    return rows.stream().map(row -> undone(row, stay.contains(row.leadId()))).toList();
  }

  static List<String> ids(List<ImportRows.Taken> rows) {
    return rows.stream().map(ImportRows.Taken::leadId).filter(Objects::nonNull).distinct().toList();
  }

  static RowResult undone(ImportRows.Taken row, boolean stays) {
    return new RowResult(
        row.line(),
        stays ? RowState.KEPT : RowState.UNDONE,
        row.leadId(),
        row.recordId(),
        stays ? List.of(new ImportIssue(null, null, STAYS)) : List.of());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
