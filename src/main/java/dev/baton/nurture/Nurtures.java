package dev.baton.nurture;

import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadReads;
import dev.baton.signal.SignalsArriving;
import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import dev.baton.stage.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of nurture episodes; at most one open a lead, by a constraint. */
@Component
public class Nurtures {
  private final JdbcClient db;
  private final LeadReads<List<Nurture>> inBatch = LeadReads.ofEarlier(this::ofLeads);

  /** Leads that the transaction has found in no nurture: only it puts them into one. */
  private final TransactionRows<Boolean> none = new TransactionRows<>(Boolean.class);

  Nurtures(JdbcClient db) {
    this.db = db;
  }

  public Optional<Nurture> find(String id) {
    return db.sql("select * from nurture where id = :id")
        .param("id", id)
        .query(Nurtures::read)
        .optional();
  }

  /** Reads it and keeps its row locked until the transaction ends. */
  Nurture lock(String id) {
    return db.sql("select * from nurture where id = :id for update")
        .param("id", id)
        .query(Nurtures::read)
        .single();
  }

  /** The lead's open one, locked until the transaction ends. */
  Optional<Nurture> lockOpen(String leadId) {
    if (none.kept(leadId).isPresent()) {
      return Optional.empty();
    }
    Optional<Nurture> open =
        db.sql("select * from nurture where lead_id = :leadId and is_open = true for update")
            .param("leadId", leadId)
            .query(Nurtures::read)
            .optional();
    if (open.isEmpty()) {
      none.keep(leadId, true);
    }
    return open;
  }

  /** All of a lead, oldest first. */
  public List<Nurture> ofLead(String leadId) {
    return db.sql("select * from nurture where lead_id = :leadId order by started_at, id")
        .param("leadId", leadId)
        .query(Nurtures::read)
        .list();
  }

  /** Who is in nurture now, whose next mail comes first. */
  public List<Nurture> open(int most) {
    return db.sql(
            """
            select * from nurture where is_open = true
            order by next_mail_at, started_at, id fetch first %d rows only
            """
                .formatted(most))
        .query(Nurtures::read)
        .list();
  }

  /** How many leads are in nurture now. */
  public int running() {
    return db.sql("select count(*) as running from nurture where is_open = true")
        .query(Integer.class)
        .single();
  }

  /** As {@link #ofLead}, for a lead of a batch. */
  List<Nurture> ofLead(LeadBatch batch, String leadId) {
    List<Nurture> all = inBatch.of(batch, leadId).orElse(List.of());
    if (all.stream().allMatch(nurture -> nurture.ending() != null)) {
      none.keep(leadId, true);
    }
    return all;
  }

  /** Whose stage a signal changes is asked for a nurture to stop. */
  @EventListener
  void on(SignalsArriving arriving) {
    LeadBatch batch = arriving.batch();
    batch.leadIds().forEach(id -> ofLead(batch, id));
  }

  private Map<String, List<Nurture>> ofLeads(LeadBatch batch) {
    return db
        .sql("select * from nurture where lead_id in (:leadIds) order by started_at, id")
        .param("leadIds", batch.leadIds())
        .query(Nurtures::read)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Nurture::leadId));
  }

  /** They may have changed since they were read. */
  void forget(LeadBatch batch, String leadId) {
    inBatch.forget(batch, leadId);
  }

  /** False when the lead is in nurture already. */
  boolean begin(Nurture nurture) {
    none.forget(nurture.leadId());
    return db.sql(
                """
                insert into nurture (id, lead_id, is_open, stage, reason, cooling_until, started_at)
                values (:id, :leadId, true, :stage, :reason, :coolingUntil, :startedAt)
                on conflict do nothing
                """)
            .param("id", nurture.id())
            .param("leadId", nurture.leadId())
            .param("stage", nurture.stage().name())
            .param("reason", nurture.reason())
            .param("coolingUntil", Sql.timestampOrNull(nurture.coolingUntil()))
            .param("startedAt", Sql.timestamp(nurture.startedAt()))
            .update()
        == 1;
  }

  void plan(String id, Instant nextMailAt) {
    db.sql("update nurture set next_mail_at = :at, paused_at = null where id = :id")
        .param("at", Sql.timestamp(nextMailAt))
        .param("id", id)
        .update();
  }

  void pause(String id, Instant at) {
    db.sql("update nurture set next_mail_at = null, paused_at = :at where id = :id")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** False when it was over before. */
  boolean end(String id, NurtureOutcome outcome, Instant at) {
    return db.sql(
                """
                update nurture set is_open = null, ended_at = :at, outcome = :outcome,
                  next_mail_at = null, paused_at = null
                where id = :id and is_open = true
                """)
            .param("at", Sql.timestamp(at))
            .param("outcome", outcome.word())
            .param("id", id)
            .update()
        == 1;
  }

  private static Nurture read(ResultSet rs, int row) throws SQLException {
    return new Nurture(
        rs.getString("id"),
        rs.getString("lead_id"),
        Stage.valueOf(rs.getString("stage")),
        rs.getString("reason"),
        Sql.instantOrNull(rs, "cooling_until"),
        Sql.instant(rs, "started_at"),
        Sql.instantOrNull(rs, "next_mail_at"),
        Sql.instantOrNull(rs, "paused_at"),
        ending(rs));
  }

  private static Nurture.@Nullable Ending ending(ResultSet rs) throws SQLException {
    Instant at = Sql.instantOrNull(rs, "ended_at");
    return at == null ? null : new Nurture.Ending(at, rs.getString("outcome"));
  }
}
