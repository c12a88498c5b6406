package dev.baton.connect.crm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.sql.JsonColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of what other systems call our records, and of what they last said of them. */
@Component
public class ConnectedRecords {
  private final JdbcClient db;
  private final ObjectMapper json;

  ConnectedRecords(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * A record on both sides.
   *
   * @param localId the id of a lead, an account or a handoff, or the key of a note's message
   * @param leadId whose it is, unless it is a company
   * @param written what stood there when we last wrote or read it, by the CRM's names
   */
  public record ConnectedRecord(
      String connection,
      CrmObject kind,
      String localId,
      String remoteId,
      @Nullable String leadId,
      Map<String, String> written) {

    /** The same as it stands there now. */
    ConnectedRecord at(String id, Map<String, String> values) {
      return new ConnectedRecord(connection, kind, localId, id, leadId, values);
    }
  }

  public Optional<ConnectedRecord> find(String connection, CrmObject kind, String localId) {
    return db.sql(
            """
            select * from connected_record
            where connection = :connection and kind = :kind and local_id = :local
            """)
        .param("connection", connection)
        .param("kind", kind.word())
        .param("local", localId)
        .query(this::read)
        .optional();
  }

  Optional<ConnectedRecord> ofRemote(String connection, CrmObject kind, String remoteId) {
    return db.sql(
            """
            select * from connected_record
            where connection = :connection and kind = :kind and remote_id = :remote
            order by local_id fetch first 1 row only
            """)
        .param("connection", connection)
        .param("kind", kind.word())
        .param("remote", remoteId)
        .query(this::read)
        .optional();
  }

  @Transactional
  public void save(ConnectedRecord record) {
    db.sql(
            """
            insert into connected_record (connection, kind, local_id, remote_id, lead_id, written)
            values (:connection, :kind, :local, :remote, :lead, :written) on conflict do nothing
            """)
        .param("connection", record.connection())
        .param("kind", record.kind().word())
        .param("local", record.localId())
        .param("remote", record.remoteId())
        .param("lead", record.leadId())
        .param("written", JsonColumn.write(json, record.written()))
        .update();
    db.sql(
            """
            update connected_record set remote_id = :remote, written = :written
            where connection = :connection and kind = :kind and local_id = :local
            """)
        .param("connection", record.connection())
        .param("kind", record.kind().word())
        .param("local", record.localId())
        .param("remote", record.remoteId())
        .param("written", JsonColumn.write(json, record.written()))
        .update();
  }

  void remove(ConnectedRecord record) {
    db.sql(
            """
            delete from connected_record
            where connection = :connection and kind = :kind and local_id = :local
            """)
        .param("connection", record.connection())
        .param("kind", record.kind().word())
        .param("local", record.localId())
        .update();
  }

  /** A person is erased on both sides. */
  public void forget(String connection, String leadId) {
    db.sql("delete from connected_record where connection = :connection and lead_id = :lead")
        .param("connection", connection)
        .param("lead", leadId)
        .update();
  }

  private ConnectedRecord read(ResultSet rs, int row) throws SQLException {
    return new ConnectedRecord(
        rs.getString("connection"),
        CrmObject.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        rs.getString("local_id"),
        rs.getString("remote_id"),
        rs.getString("lead_id"),
        JsonColumn.read(json, rs.getString("written"), new TypeReference<>() {}));
  }
}
