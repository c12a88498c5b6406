package dev.baton.connect.imports;

import dev.baton.connect.table.TableRow;
import dev.baton.sql.RetriedTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works off imports, one at a time, in chunks of rows. What a crash left behind goes on where it
 * stood: with the rows that wait.
 */
@Component
class ImportJob implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
  private static final int CHUNK = 500;

  private final ImportRuns runs;
  private final ImportRows rows;
  private final RetriedTransaction transaction;
  private final Clock clock;
  private final ImportTargets targets;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(new CustomizableThreadFactory("import-"));

  private volatile boolean stopping;

  ImportJob(
      ImportRuns runs,
      ImportRows rows,
      RetriedTransaction transaction,
      ImportTargets targets,
      Clock clock) {
    this.runs = runs;
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
    this.targets = targets;
  }

  /** Something is to be done; it is done in the background. */
  void wake() {
    thread.execute(this::work);
  }

  /** What another node, or this one before it was started again, has left. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
  void goOn() {
    wake();
  }

  @Override
  public void destroy() {
    stopping = true;
    thread.shutdown();
  }

  private void work() {
    try {
      Optional<ImportRun> next = claim();
      while (next.isPresent() && !stopping) {
        work(next.get());
        next = claim();
      }
    } catch (RuntimeException e) {
      LOG.warn("Imports could not be looked for; that is done again in a minute", e);
    }
  }

  private Optional<ImportRun> claim() {
    return stopping ? Optional.empty() : transaction.get(runs::claim);
  }

  private void work(ImportRun run) {
    try {
      boolean undoes = run.state() == ImportState.UNDOING;
      boolean more = true;
      while (more && !stopping && runs.keep(run.id()) == run.state()) {
        more = undoes ? undoChunk(run) : takeChunk(run);
      }
      if (!more) {
        ImportState end = undoes ? ImportState.UNDONE : ImportState.DONE;
        runs.move(run.id(), run.state(), end, clock.instant());
      } else if (stopping) {
        runs.giveBack(run.id());
      }
    } catch (RuntimeException e) {
      stop(run, e);
    }
  }

  private boolean takeChunk(ImportRun run) {
    List<TableRow> next = rows.waiting(run.id(), CHUNK);
    if (next.isEmpty()) {
      return false;
    }
    boolean again = next.get(0).line() <= runs.find(run.id()).orElseThrow().takenTo();
    runs.begin(run.id(), next.get(next.size() - 1).line());
    targets.of(run.plan().kind()).take(run, next, again, results -> rows.mark(run.id(), results));
    return true;
  }

  private boolean undoChunk(ImportRun run) {
    List<ImportRows.Taken> next = rows.taken(run.id(), CHUNK);
    if (next.isEmpty()) {
      return false;
    }
    targets.of(run.plan().kind()).undo(run, next, results -> rows.mark(run.id(), results));
    return true;
  }

  /** A database that is away comes back; anything else would fail again. */
  private void stop(ImportRun run, RuntimeException e) {
    boolean passes =
        e instanceof TransientDataAccessException
            || e instanceof NonTransientDataAccessResourceException
            || e instanceof TransactionException;
    if (passes || stopping) {
      LOG.warn("Import {} waits for the database and goes on in two minutes", run.id(), e);
      return;
    }
    LOG.error("Import {} stopped", run.id(), e);
    runs.failed(
        run.id(), "Something broke on our side; what was in by then is, the other rows are not");
    runs.move(run.id(), run.state(), ImportState.FAILED, clock.instant());
  }
}
