package dev.baton.stage;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stages as they were recorded, for who looks at the past. */
@Component
public class StageHistory {
  private final JdbcClient db;

  StageHistory(JdbcClient db) {
    this.db = db;
  }

  /** All episodes of leads, oldest first, by the lead that they belong to now. */
  public Map<String, List<RecordedEpisode>> of(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
                        select * from stage_entry where lead_id in (:leadIds)
                        order by entered_at, id
                        """)
                    .param("leadIds", some)
                    .query(StageHistory::read)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(recorded -> recorded.episode().leadId()));
  }

  private static RecordedEpisode read(ResultSet rs, int row) throws SQLException {
    StageEpisode episode = StageEntries.read(rs, row);
    String recordedFor = rs.getString("recorded_for");
    return new RecordedEpisode(recordedFor == null ? episode.leadId() : recordedFor, episode);
  }
}
