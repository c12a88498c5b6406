package dev.baton.connect.imports;

import dev.baton.connect.mapping.ImportPlan;
import dev.baton.connect.mapping.ImportRequest;
import dev.baton.connect.table.TableFile;
import dev.baton.input.Conflict;
import dev.baton.privacy.AuditTrail;
import dev.baton.sql.RetriedTransaction;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Commands over imports: start, stop, take back. */
@Component
class ImportCommands {
  private static final Map<ImportState, String> NOT_NOW =
      Map.of(
          ImportState.RUNNING, "This import is still running; stop it first",
          ImportState.UNDOING, "This import is being taken back",
          ImportState.UNDONE, "This import was taken back");

  private final ImportPlanner planner;
  private final ImportRuns runs;
  private final ImportRows rows;
  private final ImportJob job;
  private final AuditTrail audit;
  private final RetriedTransaction transaction;
  private final Clock clock;

  ImportCommands(
      ImportPlanner planner,
      ImportRuns runs,
      ImportRows rows,
      ImportJob job,
      AuditTrail audit,
      RetriedTransaction transaction,
      Clock clock) {
    this.planner = planner;
    this.runs = runs;
    this.rows = rows;
    this.job = job;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Keeps all rows, and works them off in the background. */
  String start(TableFile table, ImportRequest asked, @Nullable String fileName, String by) {
    ImportPlan plan = planner.plan(table, asked);
    ImportRun run =
        new ImportRun(
            Sql.newId(),
            fileName,
            plan,
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            ImportState.RUNNING,
            0,
            null,
            null);
    transaction.run(
        () -> {
          runs.add(run);
          int total = rows.add(run.id(), table::eachRow);
          audit(
              by, "import started", run.id(), "%d rows of %s".formatted(total, plan.kind().word()));
        });
    job.wake();
    return run.id();
  }

  /** What is in stays in; it can be taken back. */
  void cancel(ImportRun run, String by) {
    transaction.run(
        () -> {
          if (!runs.move(run.id(), ImportState.RUNNING, ImportState.CANCELLED, clock.instant())) {
            throw new Conflict(
                "This import isn't running any more", run.state(), run.by(), run.endedAt());
          }
          audit(by, "import cancelled", run.id(), null);
        });
  }

  void undo(ImportRun run, String by) {
    String notNow = NOT_NOW.get(run.state());
    if (notNow != null) {
      throw new Conflict(notNow, run.state(), run.by(), run.endedAt());
    }
    transaction.run(
        () -> {
          if (!runs.move(run.id(), run.state(), ImportState.UNDOING, null)) {
            throw new Conflict("Somebody else has just taken this import back");
          }
          runs.undoneBy(run.id(), by);
          audit(by, "import taken back", run.id(), null);
        });
    job.wake();
  }

  private void audit(String by, String what, String id, @Nullable String after) {
    audit.add(by, what, "import " + id, null, after);
  }
}
