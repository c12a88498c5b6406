package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportIssue;
import dev.baton.input.ApiProblem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of imports: how far each has got, and what is remarkable about its rows. */
@Component
public class ImportQueries {
  private static final int LATEST = 50;
  private static final int REMARKS = 200;

  private final ImportRuns runs;
  private final ImportRows rows;

  ImportQueries(ImportRuns runs, ImportRows rows) {
    this.runs = runs;
    this.rows = rows;
  }

  /**
   * What is to be known of a row.
   *
   * @param state as in the counts of the import
   */
  public record Remark(int row, String state, List<ImportIssue> issues) {}

  /** The newest first. */
  public List<ImportProgress> latest() {
    return runs.latest(LATEST).stream().map(this::progress).toList();
  }

  public ImportProgress progress(String id) {
    return progress(run(id));
  }

  /** The first rows that were refused, kept, or taken in with a warning. */
  public List<Remark> remarks(String id) {
    return rows.remarkable(id, REMARKS).stream()
        .map(row -> new Remark(row.line(), row.state().word(), row.issues()))
        .toList();
  }

  ImportRun run(String id) {
    return runs.find(id).orElseThrow(() -> ApiProblem.notFound("There is no import " + id));
  }

  /** Those that were refused, as a file to correct and send again. */
  byte[] refused(String id) {
    return RefusedRows.file(run(id).plan(), rows.refused(id));
  }

  private ImportProgress progress(ImportRun run) {
    return new ImportProgress(
        run.id(),
        run.plan().kind().word(),
        run.fileName(),
        run.by(),
        run.state().word(),
        new ImportProgress.Times(run.beganAt(), run.endedAt()),
        ImportProgress.RowCounts.of(rows.counts(run.id())),
        run.plan().columns(),
        run.failure());
  }
}
