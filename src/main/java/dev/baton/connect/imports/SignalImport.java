package dev.baton.connect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.mapping.ImportIssue;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ParsedRow;
import dev.baton.connect.mapping.RowParser;
import dev.baton.connect.table.TableRow;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.identity.ImportedLeads;
import dev.baton.signal.SignalFeed;
import dev.baton.sql.RetriedTransaction;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Signals of a file, recorded as if their sender had sent them. */
@Component
class SignalImport implements ImportTarget {
  /** The same act is once, in whichever file it comes. */
  private static final String SENDER = "import";

  private static final Set<Stage> BEFORE_SALES = EnumSet.of(Stage.VISITOR, Stage.LEAD);

  private final SignalFeed feed;
  private final Leads leads;
  private final ImportedLeads imported;
  private final Stages stages;
  private final RetriedTransaction transaction;

  SignalImport(
      SignalFeed feed,
      Leads leads,
      ImportedLeads imported,
      Stages stages,
      RetriedTransaction transaction) {
    this.feed = feed;
    this.leads = leads;
    this.imported = imported;
    this.stages = stages;
    this.transaction = transaction;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.SIGNALS;
  }

  @Override
  public Checked check(ParsedRow row, RowParser parser) {
    SignalFeed.Reading reading = feed.read(row.json());
    List<ImportIssue> errors = new ArrayList<>(row.errors());
    errors.addAll(parser.issues(reading.errors()));
    List<ImportIssue> warnings = new ArrayList<>(row.warnings());
    warnings.addAll(parser.issues(reading.warnings()));
    return new Checked(reading.contact(), errors, warnings);
  }

  @Override
  public void take(
      ImportRun run, List<TableRow> rows, boolean again, Consumer<List<RowResult>> mark) {
    RowParser parser = new RowParser(run.plan(), run.id());
    List<RowResult> results = new ArrayList<>();
    List<ParsedRow> good = new ArrayList<>();
    Map<Integer, List<ImportIssue>> warnings = new HashMap<>();
    for (TableRow row : rows) {
      ParsedRow parsed = parser.parse(row);
      Checked checked = check(parsed, parser);
      if (checked.errors().isEmpty()) {
        good.add(parsed);
        warnings.put(row.line(), checked.warnings());
      } else {
        results.add(RowResult.refused(row.line(), checked.errors()));
      }
    }
    List<ObjectNode> signals = good.stream().map(ParsedRow::json).toList();
    List<SignalFeed.Fed> fed = feed.recordAll(SENDER, signals);
    Set<String> made = made(run, fed);
    for (int i = 0; i < good.size(); i++) {
      ParsedRow row = good.get(i);
      List<ImportIssue> odd = Objects.requireNonNull(warnings.get(row.line()));
      results.add(result(row, fed.get(i), again, made, odd, parser));
    }
    mark.accept(results);
  }

  /** Leads that weren't there before this import. */
  private Set<String> made(ImportRun run, List<SignalFeed.Fed> fed) {
    List<String> ids =
        fed.stream().map(SignalFeed.Fed::leadId).filter(Objects::nonNull).distinct().toList();
    return leads.all(ids).values().stream()
        .filter(lead -> isMadeBy(run, lead))
        .map(Lead::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean isMadeBy(ImportRun run, Lead lead) {
    return !lead.createdAt().isBefore(run.beganAt());
  }

  private static RowResult result(
      ParsedRow row,
      SignalFeed.Fed fed,
      boolean again,
      Set<String> made,
      List<ImportIssue> odd,
      RowParser parser) {
    if (fed.leadId() == null) {
      return RowResult.refused(row.line(), parser.issues(fed.errors()));
    }
    if (fed.duplicate() && !again) {
      return new RowResult(row.line(), RowState.REPEATED, fed.leadId(), null, odd);
    }
    RowState state = made.contains(fed.leadId()) ? RowState.NEW : RowState.JOINED;
    return new RowResult(row.line(), state, fed.leadId(), row.json().path("id").asText(), odd);
  }

  @Override
  public void undo(ImportRun run, List<ImportRows.Taken> rows, Consumer<List<RowResult>> mark) {
    try {
      transaction.run(() -> mark.accept(remove(run, rows)));
    } catch (DataIntegrityViolationException e) {
      if (rows.size() > 1) {
        rows.forEach(row -> undo(run, List.of(row), mark));
      } else {
        mark.accept(rows.stream().map(row -> LeadImport.undone(row, true)).toList());
      }
    }
  }

  /** What sales works on stays as it is: nothing takes a handoff back. */
  private List<RowResult> remove(ImportRun run, List<ImportRows.Taken> rows) {
    List<String> ids = LeadImport.ids(rows);
    Map<String, StageEpisode> current = stages.current(ids);
    Set<String> free =
        ids.stream()
            .filter(id -> isBeforeSales(current.get(id)))
            .collect(Collectors.toCollection(HashSet::new));
    List<ImportRows.Taken> going =
        rows.stream().filter(row -> free.contains(String.valueOf(row.leadId()))).toList();
    if (!going.isEmpty()) {
      remove(run, going, LeadImport.ids(going));
    }
    return rows.stream().map(row -> LeadImport.undone(row, !going.contains(row))).toList();
  }

  private static boolean isBeforeSales(@org.jspecify.annotations.Nullable StageEpisode episode) {
    return episode != null && BEFORE_SALES.contains(episode.stage());
  }

  private void remove(ImportRun run, List<ImportRows.Taken> rows, List<String> ids) {
    List<String> signals =
        rows.stream().map(ImportRows.Taken::recordId).filter(Objects::nonNull).toList();
    Instant began = run.beganAt();
    imported.unlearnSignals(ids, signals);
    Set<String> silent = new HashSet<>(feed.remove(SENDER, signals, ids));
    silent.retainAll(
        leads.all(ids).values().stream()
            .filter(lead -> !lead.createdAt().isBefore(began))
            .map(Lead::id)
            .toList());
    imported.removeAll(silent);
    feed.removed(ids.stream().filter(id -> !silent.contains(id)).toList());
  }
}
