package dev.baton.lead;

import dev.baton.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lead a visitor id belongs to. */
@Component
class Visitors {
  private final JdbcClient db;

  Visitors(JdbcClient db) {
    this.db = db;
  }

  Optional<Lead> leadOf(@Nullable String visitorId) {
    if (visitorId == null) {
      return Optional.empty();
    }
    return db.sql(
            """
            select l.* from visitor v join lead l on l.id = v.lead_id
            where v.visitor_id = :visitorId
            """)
        .param("visitorId", visitorId)
        .query(Leads::read)
        .optional();
  }

  /** By lead. */
  Map<String, List<String>> of(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql(
                        """
            select lead_id, visitor_id from visitor where lead_id in (:leadIds)
            order by visitor_id
            """)
                    .param("leadIds", some)
                    .query(
                        (rs, row) -> Map.entry(rs.getString("lead_id"), rs.getString("visitor_id")))
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Gives a new visitor id to a lead; false when the id already belongs to somebody. */
  boolean claim(String visitorId, String leadId) {
    return db.sql(
                """
                insert into visitor (visitor_id, lead_id) values (:visitorId, :leadId)
                on conflict do nothing
                """)
            .param("visitorId", visitorId)
            .param("leadId", leadId)
            .update()
        == 1;
  }

  void moveTo(String leadId, String visitorLeadId) {
    db.sql("update visitor set lead_id = :leadId where lead_id = :visitorLeadId")
        .param("leadId", leadId)
        .param("visitorLeadId", visitorLeadId)
        .update();
  }
}
