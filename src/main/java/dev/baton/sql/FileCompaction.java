package dev.baton.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compaction of H2's file while it is used. With {@code WRITE_DELAY=0}, which no acknowledged
 * commit survives without, H2 runs no thread of its own that would do it: each commit writes its
 * pages anew, and the room of the old ones is never given back.
 *
 * <p>A file whose disk was full is closed by H2 for good, below connections that live on. They are
 * ended, so that the next one opens it again.
 */
@Component
class FileCompaction {
  private static final Logger LOG = LoggerFactory.getLogger(FileCompaction.class);

  /** Percent of a chunk that is in use; below it the rest is worth rewriting. */
  private static final int WORTH_IT = 40;

  /** The same while hardly anybody writes: then it costs nobody anything. */
  private static final int WORTH_IT_WHEN_IDLE = 75;

  /** So many commits between two looks are hardly any. */
  private static final int IDLE = 20;

  private static final int TARGET = 90;

  /**
   * Percent below which the file is mostly room that nobody uses: then it is worked on in haste.
   */
  private static final int MOSTLY_ROOM = 25;

  /** In bytes, rewritten in one go: writers wait for it. */
  private static final int STEP = 4 * 1024 * 1024;

  private static final int LONG_STEP = 4 * STEP;

  /** Writers have the file for themselves so many times as long as they have waited. */
  private static final int REST = 4;

  private static final int SHORT_REST = 1;

  /** In milliseconds, for which replaced pages stay readable; no statement takes half as long. */
  private static final int RETENTION = 15_000;

  private final HikariDataSource pool;
  private final boolean isFile;
  private @Nullable Database database;

  /** Of the store after the last look: each commit makes another one. */
  private long version;

  /** In nanoseconds of the system's timer; nothing is rewritten before. */
  private long resting = System.nanoTime();

  FileCompaction(DataSource source) throws SQLException {
    this.pool = source.unwrap(HikariDataSource.class);
    this.isFile = DatabaseCheck.isFile(pool.getJdbcUrl());
  }

  @Scheduled(fixedDelay = 1000, initialDelay = 5000)
  void compact() {
    if (!isFile || System.nanoTime() - resting < 0) {
      return;
    }
    long began = System.nanoTime();
    int rest = REST;
    try {
      Database open = open();
      MVStore store = open.getStore().getMvStore();
      if (store.isClosed()) {
        reopen(open);
      } else if (store.getFileStore() instanceof RandomAccessStore file) {
        boolean mostlyRoom = file.getChunksFillRate() < MOSTLY_ROOM;
        boolean idle = store.getCurrentVersion() - version < IDLE;
        rest = mostlyRoom ? SHORT_REST : REST;
        compact(
            store,
            file,
            mostlyRoom || idle ? LONG_STEP : STEP,
            idle ? WORTH_IT_WHEN_IDLE : WORTH_IT);
        version = store.getCurrentVersion();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("The database's file was not compacted: {}", e.getMessage());
    }
    long now = System.nanoTime();
    resting = now + rest * (now - began);
  }

  private void reopen(Database closed) {
    LOG.warn("The database's file was closed, as it is when its disk is full; it is opened again");
    database = null;
    if (isStillUsed(closed)) {
      closed.shutdownImmediately();
    }
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  /** Another connection may have opened the file again already. */
  private boolean isStillUsed(Database closed) {
    try {
      return open() == closed;
    } catch (SQLException | RuntimeException e) {
      return true;
    } finally {
      database = null;
    }
  }

  private static void compact(MVStore store, RandomAccessStore file, int step, int worthIt) {
    if (file.getChunksFillRate() < worthIt) {
      store.compact(TARGET, step);
    }
    if (file.getFillRate() < TARGET) {
      file.compactMoveChunks(TARGET, step, store);
    }
  }

  private Database open() throws SQLException {
    Database known = database;
    if (known != null) {
      return known;
    }
    try (Connection connection = pool.getConnection()) {
      SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      Database opened = session.getDatabase();
      opened.setRetentionTime(RETENTION);
      database = opened;
      return opened;
    }
  }
}
