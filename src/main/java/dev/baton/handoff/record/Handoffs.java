package dev.baton.handoff.record;

import dev.baton.lead.LeadBatch;
import dev.baton.lead.LeadReads;
import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import dev.baton.stage.Stages;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handoff records; at most one open a lead, by a constraint. */
@Component
public class Handoffs {
  private final JdbcClient db;
  private final Stages stages;
  private final LeadReads<OfLead> inBatch = LeadReads.ofEarlier(this::ofLeads);

  /** Those that the transaction has locked or opened: nobody else changes them until it ends. */
  private final TransactionRows<Handoff> locked = new TransactionRows<>(Handoff.class);

  public Handoffs(JdbcClient db, Stages stages) {
    this.db = db;
    this.stages = stages;
  }

  public Optional<Handoff> find(String id) {
    return locked.kept(id).or(() -> read(id));
  }

  private Optional<Handoff> read(String id) {
    return where("id = :value", id).optional();
  }

  private JdbcClient.MappedQuerySpec<Handoff> where(String condition, String value) {
    return db.sql("select * from handoff where " + condition)
        .param("value", value)
        .query(HandoffRowMapper::read);
  }

  /** By id, as far as there are any. */
  public Map<String, Handoff> find(Collection<String> ids) {
    return Sql.byIds(
            ids,
            some ->
                db.sql("select * from handoff where id in (:ids)")
                    .param("ids", some)
                    .query(HandoffRowMapper::read)
                    .list())
        .stream()
        .collect(Collectors.toMap(Handoff::id, Function.identity()));
  }

  /** Reads a handoff and keeps its row locked until the transaction ends. */
  public Optional<Handoff> lock(String id) {
    return locked.kept(id).or(() -> kept(where("id = :value for update", id).optional()));
  }

  /** Locks several in the order of their ids, by id. */
  public Map<String, Handoff> lock(Collection<String> ids) {
    return locked(ids, "for update");
  }

  /** The same, but one that somebody else has locked is left out: nobody waits for anybody. */
  public Map<String, Handoff> lockFree(Collection<String> ids) {
    return locked(ids, "for update skip locked");
  }

  private Map<String, Handoff> locked(Collection<String> ids, String how) {
    return Sql.byIds(
            ids.stream().sorted().toList(),
            some ->
                db.sql("select * from handoff where id in (:ids) order by id " + how)
                    .param("ids", some)
                    .query(HandoffRowMapper::read)
                    .list())
        .stream()
        .flatMap(handoff -> kept(Optional.of(handoff)).stream())
        .collect(Collectors.toMap(Handoff::id, Function.identity()));
  }

  /** Whether this transaction has locked it. */
  public boolean isLocked(String id) {
    return locked.kept(id).isPresent();
  }

  private Optional<Handoff> kept(Optional<Handoff> handoff) {
    handoff.ifPresent(row -> locked.keep(row.id(), row));
    return handoff;
  }

  /** The lead's open handoff. */
  public Optional<Handoff> open(String leadId) {
    return where("lead_id = :value and is_open = true", leadId).optional();
  }

  /** The lead's open handoff, locked until the transaction ends. */
  public Optional<Handoff> lockOpen(String leadId) {
    return kept(where("lead_id = :value and is_open = true for update", leadId).optional());
  }

  /** All handoffs of a lead, oldest first. */
  public List<Handoff> ofLead(String leadId) {
    return where("lead_id = :value order by cycle", leadId).list();
  }

  /** All handoffs of a lead, oldest first, and the open one. */
  private record OfLead(List<Handoff> all, Optional<Handoff> open) {}

  /** As {@link #open(String)}, for a lead of a batch. */
  public Optional<Handoff> open(LeadBatch batch, String leadId) {
    return inBatch(batch, leadId).flatMap(OfLead::open);
  }

  /** As {@link #ofLead(String)}, for a lead of a batch. */
  public List<Handoff> ofLead(LeadBatch batch, String leadId) {
    return inBatch(batch, leadId).map(OfLead::all).orElse(List.of());
  }

  /** Who was never an MQL has none. */
  private Optional<OfLead> inBatch(LeadBatch batch, String leadId) {
    return stages.wasMql(batch, leadId) ? inBatch.of(batch, leadId) : Optional.empty();
  }

  /** The lead may have others since its handoffs were read. */
  public void forget(LeadBatch batch, String leadId) {
    inBatch.forget(batch, leadId);
  }

  private Map<String, OfLead> ofLeads(LeadBatch batch) {
    Map<String, OfLead> found = new HashMap<>();
    db.sql("select * from handoff where lead_id in (:leadIds) order by cycle")
        .param("leadIds", batch.leadIds())
        .query(
            (ResultSet rs) -> {
              Handoff handoff = HandoffRowMapper.read(rs, 0);
              Optional<Handoff> open =
                  rs.getBoolean("is_open") ? Optional.of(handoff) : Optional.empty();
              found.merge(
                  handoff.leadId(),
                  new OfLead(List.of(handoff), open),
                  (one, other) ->
                      new OfLead(
                          Stream.concat(one.all().stream(), other.all().stream()).toList(),
                          one.open().or(other::open)));
            });
    return found;
  }

  /** The open or else latest handoff of each lead. */
  public Map<String, Handoff> latest(Collection<String> leadIds) {
    return Sql.byIds(
            leadIds,
            some ->
                db.sql("select * from handoff where lead_id in (:leadIds) order by cycle")
                    .param("leadIds", some)
                    .query(HandoffRowMapper::read)
                    .list())
        .stream()
        .collect(Collectors.toMap(Handoff::leadId, Function.identity(), (older, newer) -> newer));
  }

  /** Opens a handoff; false when the lead already has an open one. */
  public boolean open(Handoff handoff) {
    boolean opened =
        db.sql(
                    """
                insert into handoff (id, lead_id, is_open, cycle, channel, hand_raise, state,
                  since, source, campaign, segment, territory, band, model, models_hash, mql_at,
                  policy, acceptance, on_mql)
                values (:id, :leadId, true, :cycle, :channel, :handRaise, :state,
                  :since, :source, :campaign, :segment, :territory, :band, :model, :modelsHash,
                  :mqlAt,
                  :policy, :acceptance, :onMql)
                on conflict do nothing
                """)
                .params(HandoffRowMapper.values(handoff))
                .update()
            == 1;
    if (opened) {
      locked.keep(handoff.id(), handoff);
    }
    return opened;
  }

  public void setOwner(String id, @Nullable String owner, String team) {
    db.sql("update handoff set owner = :owner, team = :team where id = :id")
        .param("owner", owner)
        .param("team", team)
        .param("id", id)
        .update();
    locked.change(id, handoff -> handoff.ownedBy(owner, team));
  }

  public void raiseHand(String id) {
    db.sql("update handoff set hand_raise = true where id = :id").param("id", id).update();
    locked.change(id, Handoff::raised);
  }

  public void advance(String id, HandoffState state, Instant since) {
    db.sql("update handoff set state = :state, since = :since where id = :id")
        .param("state", state.name())
        .param("since", Sql.timestamp(since))
        .param("id", id)
        .update();
    locked.change(id, handoff -> handoff.in(state, since));
  }

  public void close(String id, String result, @Nullable String reason, Instant at) {
    db.sql(
            """
            update handoff set state = 'CLOSED', result = :result, reason = :reason,
              closed_at = :at, since = :at
            where id = :id
            """)
        .param("result", result)
        .param("reason", reason)
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
    locked.change(id, handoff -> handoff.closed(result, reason, at));
  }

  /** All handoffs of a lead that was merged are the other's, counted anew in their order. */
  public void move(String from, String into) {
    locked.forgetAll();
    db.sql("update handoff set lead_id = :into where lead_id = :from")
        .param("into", into)
        .param("from", from)
        .update();
    List<String> inOrder =
        db.sql(
                """
                select id from handoff where lead_id = :lead
                order by case when is_open = true then 1 else 0 end, mql_at, id
                """)
            .param("lead", into)
            .query(String.class)
            .list();
    for (int i = 0; i < inOrder.size(); i++) {
      db.sql("update handoff set cycle = :cycle where id = :id")
          .param("cycle", i + 1)
          .param("id", inOrder.get(i))
          .update();
    }
  }

  /** Lets the lead have another handoff. */
  public void release(String id) {
    db.sql("update handoff set is_open = null where id = :id").param("id", id).update();
  }
}
