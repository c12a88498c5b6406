package dev.baton.change;

import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of signatures under changes, in the table {@code model_change_signature}. */
@Component
class Signatures {
  private final JdbcClient db;

  Signatures(JdbcClient db) {
    this.db = db;
  }

  /** A later one of a side takes the place of its earlier one. */
  void sign(long id, Signature signature) {
    db.sql("delete from model_change_signature where change_id = :id and side = :side")
        .param("id", id)
        .param("side", signature.side().name())
        .update();
    db.sql(
            """
            insert into model_change_signature
              (change_id, side, signed_by, signed_at, note, content_hash)
            values (:id, :side, :by, :at, :note, :hash)
            """)
        .param("id", id)
        .param("side", signature.side().name())
        .param("by", signature.by())
        .param("at", Sql.timestamp(signature.at()))
        .param("note", signature.note())
        .param("hash", signature.contentHash())
        .update();
  }

  /** Those that count for what a change says now, oldest first. */
  List<Signature> of(long id, String contentHash) {
    return db.sql(
            """
            select s.*, s.signed_by as by, s.signed_at as at from model_change_signature s
            where s.change_id = :id and s.content_hash = :hash
            order by s.signed_at
            """)
        .param("id", id)
        .param("hash", contentHash)
        .query(RecordRows.of(Signature.class))
        .list();
  }

  /** An edited change is signed anew. */
  void forget(long id) {
    db.sql("delete from model_change_signature where change_id = :id").param("id", id).update();
  }
}
