package dev.baton.lead;

import dev.baton.sql.RowInsert;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes who a lead is: rows of new leads, identifiers that are added, visitors that join. */
@Component
public class LeadIdentifiers {
  private final JdbcClient db;
  private final Leads leads;
  private final ProfileValues profiles;

  LeadIdentifiers(JdbcClient db, Leads leads, ProfileValues profiles) {
    this.db = db;
    this.leads = leads;
    this.profiles = profiles;
  }

  public void create(List<Lead> created) {
    RowInsert rows =
        new RowInsert(
            "lead",
            "id",
            "email",
            "external_id",
            "identified",
            "source",
            "campaign",
            "channel",
            "created_at");
    created.forEach(
        lead ->
            rows.row(
                lead.id(),
                lead.email(),
                lead.externalId(),
                lead.identified(),
                lead.source(),
                lead.campaign(),
                lead.channel() == null ? null : lead.channel().name(),
                Sql.timestamp(lead.createdAt())));
    rows.runNew(db, "Somebody else has just made this lead");
  }

  /** Adds identifiers; null leaves one as it is. */
  public void complete(
      String id, @Nullable String email, @Nullable String externalId, boolean identified) {
    leads.forget(id);
    try {
      db.sql(
              """
            update lead set email = coalesce(email, :email),
              external_id = coalesce(external_id, :externalId), identified = :identified
            where id = :id
            """)
          .param("email", email)
          .param("externalId", externalId)
          .param("identified", identified)
          .param("id", id)
          .update();
    } catch (DuplicateKeyException e) {
      throw new ConcurrencyFailureException("Another lead has just got this identifier", e);
    }
  }

  /**
   * A visitor's past becomes the lead's and is known of it from now on; what the lead has named
   * itself stays (rule R9).
   */
  public void mergeVisitor(String visitorLeadId, String leadId, Instant at) {
    Lead visitor = leads.find(visitorLeadId).orElseThrow();
    Channel channel = leads.find(leadId).orElseThrow().channel() == null ? visitor.channel() : null;
    leads.name(leadId, visitor.source(), visitor.campaign(), channel);
    profiles.move(visitorLeadId, leadId, at);
    leads.forget(visitorLeadId);
    db.sql(
            """
            update lead set merged_into = :leadId, joined_into = :leadId, joined_at = :at
            where id = :visitorLeadId
            """)
        .param("leadId", leadId)
        .param("at", Sql.timestamp(at))
        .param("visitorLeadId", visitorLeadId)
        .update();
  }
}
