package dev.baton.lead;

import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lead a visitor id belongs to. */
@Component
public class Visitors {
  private final JdbcClient db;

  Visitors(JdbcClient db) {
    this.db = db;
  }

  /** By lead. */
  Map<String, List<String>> of(Collection<String> leadIds) {
    return Sql.listsByIds(
        leadIds,
        some ->
            db.sql(
                    """
            select lead_id, visitor_id from visitor where lead_id in (:leadIds)
            order by visitor_id
            """)
                .param("leadIds", some)
                .query((rs, row) -> Map.entry(rs.getString("lead_id"), rs.getString("visitor_id")))
                .list());
  }

  /** Gives new visitor ids to leads; whoever is second here starts again. */
  public void claim(Map<String, String> leadsByVisitorId) {
    RowInsert claims = new RowInsert("visitor", "visitor_id", "lead_id");
    leadsByVisitorId.forEach(claims::row);
    claims.runNew(db, "Somebody else has just made this visitor");
  }

  public void moveTo(String leadId, String visitorLeadId) {
    db.sql("update visitor set lead_id = :leadId where lead_id = :visitorLeadId")
        .param("leadId", leadId)
        .param("visitorLeadId", visitorLeadId)
        .update();
  }
}
