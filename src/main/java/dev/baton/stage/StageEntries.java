package dev.baton.stage;

import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dated episodes of every lead, in the table {@code stage_entry}. */
@Component
class StageEntries {
  private final JdbcClient db;

  StageEntries(JdbcClient db) {
    this.db = db;
  }

  /** The episodes that leads are in, by lead id. */
  Map<String, StageEpisode> current(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        "select * from stage_entry where lead_id in (:leadIds) and is_current = true")
                    .param("leadIds", some)
                    .query(StageEntries::read)
                    .list())
        .stream()
        .collect(Collectors.toMap(StageEpisode::leadId, Function.identity()));
  }

  /** All episodes of a lead, oldest first. */
  List<StageEpisode> ofLead(String leadId) {
    return db.sql("select * from stage_entry where lead_id = :leadId order by entered_at, id")
        .param("leadId", leadId)
        .query(StageEntries::read)
        .list();
  }

  /** The same of several leads, by lead id. */
  Map<String, List<StageEpisode>> ofLeads(Collection<String> leadIds) {
    return db
        .sql("select * from stage_entry where lead_id in (:leadIds) order by entered_at, id")
        .param("leadIds", leadIds)
        .query(StageEntries::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(StageEpisode::leadId));
  }

  /** Ends the cooling-off that the current episode has, if it does. */
  void endCoolingOff(String leadId, Instant at) {
    db.sql(
            """
            update stage_entry set planned_cooling_until = coalesce(planned_cooling_until, cooling_until),
              cooling_until = :at
            where lead_id = :leadId and is_current = true and cooling_until > :at
            """)
        .param("at", Sql.timestamp(at))
        .param("leadId", leadId)
        .update();
  }

  /** All entries of a lead are another one's from now on. */
  void move(String from, String into) {
    db.sql(
            """
            update stage_entry set recorded_for = coalesce(recorded_for, lead_id), lead_id = :into
            where lead_id = :from
            """)
        .param("into", into)
        .param("from", from)
        .update();
  }

  /** Ends the current episode; 0 when the lead has left it meanwhile. */
  int close(StageEpisode episode, Instant at) {
    return db.sql(
            """
            update stage_entry set left_at = :at, is_current = null
            where lead_id = :leadId and stage = :stage and is_current = true
            """)
        .param("at", Sql.timestamp(at))
        .param("leadId", episode.leadId())
        .param("stage", episode.stage().name())
        .update();
  }

  void insert(StageEpisode episode) {
    insert(List.of(episode));
  }

  void insert(List<StageEpisode> episodes) {
    RowInsert rows =
        new RowInsert(
            "stage_entry",
            "lead_id",
            "stage",
            "entered_at",
            "is_current",
            "entered_by",
            "reason",
            "cooling_until");
    for (StageEpisode episode : episodes) {
      rows.row(
          episode.leadId(),
          episode.stage().name(),
          Sql.timestamp(episode.enteredAt()),
          true,
          episode.by(),
          episode.reason(),
          Sql.timestampOrNull(episode.coolingUntil()));
    }
    rows.runNew(db, "The lead is in a stage already");
  }

  /** All episodes of some leads go. */
  void remove(Collection<String> leadIds) {
    db.sql("delete from stage_entry where lead_id in (:leadIds)")
        .param("leadIds", leadIds)
        .update();
  }

  static StageEpisode read(ResultSet rs, int row) throws SQLException {
    return new StageEpisode(
        rs.getString("lead_id"),
        Stage.valueOf(rs.getString("stage")),
        Sql.instant(rs, "entered_at"),
        Sql.instantOrNull(rs, "left_at"),
        rs.getString("entered_by"),
        rs.getString("reason"),
        Sql.instantOrNull(rs, "cooling_until"));
  }
}
