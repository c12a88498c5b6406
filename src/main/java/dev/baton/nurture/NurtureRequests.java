package dev.baton.nurture;

import dev.baton.privacy.AuditTrail;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the stays in nurture that marketing asked for, in {@code nurture_request}. */
@Component
public class NurtureRequests {
  private final JdbcClient db;
  private final AuditTrail audit;

  NurtureRequests(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Who asked for a stay, and why. */
  public record NurtureRequest(String nurtureId, String by, String reason, Instant at) {}

  void add(String leadId, NurtureRequest request) {
    db.sql(
            """
            insert into nurture_request (nurture_id, lead_id, asked_by, reason, asked_at)
            values (:nurtureId, :leadId, :by, :reason, :at)
            """)
        .param("nurtureId", request.nurtureId())
        .param("leadId", leadId)
        .param("by", request.by())
        .param("reason", request.reason())
        .param("at", Sql.timestamp(request.at()))
        .update();
    audit.add(request.by(), "nurture_begun", "lead " + leadId, null, request.nurtureId());
  }

  /** Those of a lead, oldest first. */
  public List<NurtureRequest> of(String leadId) {
    return db.sql(
            """
            select r.*, r.asked_by as by, r.asked_at as at from nurture_request r
            where r.lead_id = :leadId order by r.asked_at
            """)
        .param("leadId", leadId)
        .query(RecordRows.of(NurtureRequest.class))
        .list();
  }
}
