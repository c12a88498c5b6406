package dev.baton.change;

import dev.baton.engine.deploy.ModelFile;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Repository of changes, in the tables {@code model_change} and {@code model_change_file}; kept for
 * ever.
 */
@Component
class ModelChanges {
  static final int PAGE = 50;

  private final JdbcClient db;
  private final Signatures signatures;

  ModelChanges(JdbcClient db, Signatures signatures) {
    this.db = db;
    this.signatures = signatures;
  }

  long add(ChangeDraft draft, String author, Instant at) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    db.sql(
            """
            insert into model_change (title, why, author, proposed_at, progress, content_hash)
            values (:title, :why, :author, :at, 'PROPOSED', :hash)
            """)
        .param("title", draft.title())
        .param("why", draft.why())
        .param("author", author)
        .param("at", Sql.timestamp(at))
        .param("hash", ChangeDraft.hash(draft.files()))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Files in the place of those before; what they start from is asked for each. */
  void replaceFiles(
      long id, List<ModelFile> files, Function<ModelFile, Optional<ModelFile>> inForce) {
    db.sql("delete from model_change_file where change_id = :id").param("id", id).update();
    for (ModelFile file : files) {
      db.sql(
              """
              insert into model_change_file (change_id, name, content, base)
              values (:id, :name, :content, :base)
              """)
          .param("id", id)
          .param("name", file.name())
          .param("content", file.content())
          .param("base", inForce.apply(file).map(ModelFile::content).orElse(null))
          .update();
    }
    db.sql("update model_change set content_hash = :hash where id = :id")
        .param("hash", ChangeDraft.hash(files))
        .param("id", id)
        .update();
  }

  /** What is given; what is null stays. */
  void rename(long id, @Nullable String title, @Nullable String why) {
    db.sql(
            """
            update model_change set title = coalesce(:title, title), why = coalesce(:why, why)
            where id = :id
            """)
        .param("title", title)
        .param("why", why)
        .param("id", id)
        .update();
  }

  /** The check and the signatures of an edited change are void. */
  void voidCheck(long id) {
    db.sql(
            """
            update model_change set progress = 'PROPOSED', checked_hash = null, checked_at = null,
              checks = null
            where id = :id
            """)
        .param("id", id)
        .update();
    signatures.forget(id);
  }

  /** False where it says something else by now, or is no proposal any more. */
  boolean checked(long id, String hash, String checks, Instant at) {
    return db.sql(
                """
                update model_change set progress = 'CHECKED', checked_hash = :hash,
                  checked_at = :at, checks = :checks
                where id = :id and content_hash = :hash and progress in ('PROPOSED', 'CHECKED')
                """)
            .param("hash", hash)
            .param("at", Sql.timestamp(at))
            .param("checks", checks)
            .param("id", id)
            .update()
        == 1;
  }

  Optional<String> checks(long id) {
    return db.sql("select checks from model_change where id = :id and checks is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void inForce(long id, String by, Instant at) {
    db.sql(
            """
            update model_change set progress = 'IN_FORCE', in_force_at = :at, in_force_by = :by
            where id = :id
            """)
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .param("id", id)
        .update();
  }

  void end(long id, ChangeState state, String by, Instant at) {
    db.sql(
            """
            update model_change set progress = :state, ended_at = :at, ended_by = :by
            where id = :id
            """)
        .param("state", state.name())
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .param("id", id)
        .update();
  }

  Optional<ModelChange> find(long id) {
    return where("", id);
  }

  /** Reads it and keeps its row locked until the transaction ends. */
  Optional<ModelChange> lock(long id) {
    return where(" for update", id);
  }

  /** Keeps the rows of all open changes locked until the transaction ends. */
  void lockOpen() {
    db.sql(
            """
            select id from model_change where progress in ('PROPOSED', 'CHECKED')
            order by id for update
            """)
        .query(Long.class)
        .list();
  }

  private Optional<ModelChange> where(String lock, long id) {
    return db.sql("select * from model_change where id = :id" + lock)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** The newest first; one more than a page. */
  List<ModelChange> page(int page) {
    return db.sql(
            """
            select * from model_change order by id desc
            offset :offset rows fetch next :limit rows only
            """)
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query(this::read)
        .list();
  }

  /** Open changes but this one that have a file of this name. */
  List<Long> othersWith(long id, String file) {
    return db.sql(
            """
            select c.id from model_change c join model_change_file f on f.change_id = c.id
            where c.id <> :id and f.name = :file and c.progress in ('PROPOSED', 'CHECKED')
            order by c.id
            """)
        .param("id", id)
        .param("file", file)
        .query(Long.class)
        .list();
  }

  /** Changes that were put in force after this one and have a file of this name. */
  List<Long> laterInForce(long id, String file) {
    return db.sql(
            """
            select c.id from model_change c join model_change_file f on f.change_id = c.id
            where c.id <> :id and f.name = :file and c.progress = 'IN_FORCE'
              and c.in_force_at > (select in_force_at from model_change where id = :id)
            order by c.id
            """)
        .param("id", id)
        .param("file", file)
        .query(Long.class)
        .list();
  }

  List<ChangedFile> files(long id) {
    return db.sql(
            "select name, content, base from model_change_file where change_id = :id order by name")
        .param("id", id)
        .query(RecordRows.of(ChangedFile.class))
        .list();
  }

  private ModelChange read(ResultSet rs, int row) throws SQLException {
    long id = rs.getLong("id");
    ChangeState kept = ChangeState.valueOf(rs.getString("progress"));
    String hash = rs.getString("content_hash");
    boolean isSigned =
        kept == ChangeState.CHECKED
            && signatures.of(id, hash).size() == SigningSide.values().length;
    Instant ended = Sql.instantOrNull(rs, "ended_at");
    Instant inForce = Sql.instantOrNull(rs, "in_force_at");
    ModelChange.End end =
        ended != null
            ? new ModelChange.End(rs.getString("ended_by"), ended)
            : inForce == null ? null : new ModelChange.End(rs.getString("in_force_by"), inForce);
    return new ModelChange(
        id,
        rs.getString("title"),
        rs.getString("why"),
        rs.getString("author"),
        Sql.instant(rs, "proposed_at"),
        isSigned ? ChangeState.SIGNED : kept,
        hash,
        end);
  }
}
