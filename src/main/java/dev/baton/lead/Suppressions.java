package dev.baton.lead;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads that start nothing and are written to by nobody (rule R5). */
@Component
public class Suppressions {
  private final JdbcClient db;
  private final LeadReads<Boolean> suppressed = LeadReads.ofEarlier(this::suppressed);

  Suppressions(JdbcClient db) {
    this.db = db;
  }

  /** Why, by whom and since when a lead is left alone. */
  public record Suppression(String reason, String by, Instant at) {}

  public Optional<Suppression> of(String leadId) {
    return db.sql("select * from suppression where lead_id = :leadId and is_current = true")
        .param("leadId", leadId)
        .query(
            (rs, row) ->
                new Suppression(
                    rs.getString("reason"),
                    rs.getString("suppressed_by"),
                    Sql.instant(rs, "suppressed_at")))
        .optional();
  }

  public boolean isSuppressed(String leadId) {
    return of(leadId).isPresent();
  }

  /** The same for a lead of a batch. */
  public boolean isSuppressed(LeadBatch batch, String leadId) {
    return suppressed.of(batch, leadId).isPresent();
  }

  private Map<String, Boolean> suppressed(LeadBatch batch) {
    return db
        .sql("select lead_id from suppression where lead_id in (:leadIds) and is_current = true")
        .param("leadIds", batch.leadIds())
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Function.identity(), lead -> true));
  }

  /** The first reason stays. */
  public void suppress(String leadId, String reason, String by, Instant at) {
    suppress(leadId, new Suppression(reason, by, at), at);
  }

  private void suppress(String leadId, Suppression why, Instant now) {
    db.sql(
            """
            insert into suppression
              (lead_id, is_current, reason, suppressed_by, suppressed_at, recorded_at)
            values (:leadId, true, :reason, :by, :at, :now)
            on conflict do nothing
            """)
        .param("leadId", leadId)
        .param("reason", why.reason())
        .param("by", why.by())
        .param("at", Sql.timestamp(why.at()))
        .param("now", Sql.timestamp(now))
        .update();
  }

  /** It may be contacted again; that it was left alone stays known. */
  public void lift(String leadId, Instant at) {
    db.sql(
            """
            update suppression set is_current = null, lifted_at = :at
            where lead_id = :leadId and is_current = true
            """)
        .param("leadId", leadId)
        .param("at", Sql.timestamp(at))
        .update();
  }

  /** Whoever doesn't want to hear from us under one name doesn't under the other. */
  @EventListener
  void on(LeadsMerged merged) {
    of(merged.leadId()).ifPresent(strict -> suppress(merged.into(), strict, merged.at()));
    lift(merged.leadId(), merged.at());
  }
}
