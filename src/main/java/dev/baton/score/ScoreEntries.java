package dev.baton.score;

import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadReads;
import dev.baton.sql.RecordRows;
import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the log of scores: a row each time that one differed from the one before it. */
@Component
class ScoreEntries {
  private static final RecordRows<ScoreEntry> ROWS = RecordRows.of(ScoreEntry.class);

  private final JdbcClient db;
  private final LeadReads<ScoreEntry> latest =
      LeadReads.ofEarlier(batch -> latest(batch.leadIds()));
  private final LeadReads<List<ScoreEntry>> noted = new LeadReads<>(batch -> Map.of());

  ScoreEntries(JdbcClient db) {
    this.db = db;
  }

  /** How the score of a lead changed, oldest first. */
  List<ScoreEntry> of(String leadId) {
    return db.sql(
            """
            select recorded_at, total, fit, behaviour, model, models_hash from score_entry
            where lead_id = :lead order by recorded_at, id
            """)
        .param("lead", leadId)
        .query(ROWS)
        .list();
  }

  /** The last of each lead, by lead id. */
  Map<String, ScoreEntry> latest(Collection<String> leadIds) {
    Map<String, ScoreEntry> found = new HashMap<>();
    db.sql(
            """
            select * from (
              select lead_id, recorded_at, total, fit, behaviour, model, models_hash,
                row_number() over (partition by lead_id order by recorded_at desc, id desc) as place
              from score_entry where lead_id in (:leads)) entries
            where place = 1
            """)
        .param("leads", leadIds)
        .query(
            (ResultSet rs) -> {
              put(found, rs);
            });
    return found;
  }

  private static void put(Map<String, ScoreEntry> found, ResultSet rs) throws SQLException {
    found.put(rs.getString("lead_id"), ROWS.mapRow(rs, 0));
  }

  /** Notes a score of a lead of a batch, if it tells something new. */
  void note(LeadBatch batch, String leadId, Score score, String modelsHash) {
    if (latest.of(batch, leadId).filter(entry -> entry.tells(score)).isPresent()) {
      return;
    }
    ScoreEntry entry =
        new ScoreEntry(
            score.asOf(), score.total(), score.fit(), score.behaviour(), score.model(), modelsHash);
    latest.know(batch, leadId, entry);
    List<ScoreEntry> all = new ArrayList<>(noted.of(batch, leadId).orElse(List.of()));
    all.add(entry);
    noted.know(batch, leadId, all);
  }

  /** The log of some leads goes. */
  void remove(Collection<String> leadIds) {
    db.sql("delete from score_entry where lead_id in (:leads)").param("leads", leadIds).update();
  }

  /** Writes what was noted. */
  void write(LeadBatch batch) {
    RowInsert rows =
        new RowInsert(
            "score_entry",
            "lead_id",
            "recorded_at",
            "total",
            "fit",
            "behaviour",
            "model",
            "models_hash");
    for (String lead : batch.leadIds()) {
      for (ScoreEntry entry : noted.of(batch, lead).orElse(List.of())) {
        rows.row(
            lead,
            Sql.timestamp(entry.recordedAt()),
            entry.total(),
            entry.fit(),
            entry.behaviour(),
            entry.model(),
            entry.modelsHash());
      }
      noted.forget(batch, lead);
    }
    rows.run(db);
  }
}
