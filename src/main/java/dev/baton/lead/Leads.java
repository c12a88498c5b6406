package dev.baton.lead;

import dev.baton.sql.Sql;
import dev.baton.sql.TransactionRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of leads, each with the dated log of its profile. */
@Component
public class Leads {
  private final JdbcClient db;
  private final ProfileValues profiles;
  private final Visitors visitors;
  private final LeadReads<Lead> found = new LeadReads<>(this::found);

  /**
   * Those that the transaction has locked by themselves: nobody else changes them until it ends.
   */
  private final TransactionRows<Lead> locked = new TransactionRows<>(Lead.class);

  Leads(JdbcClient db, ProfileValues profiles, Visitors visitors) {
    this.db = db;
    this.profiles = profiles;
    this.visitors = visitors;
  }

  public Optional<Lead> find(String id) {
    return locked.kept(id).or(() -> read(id));
  }

  private Optional<Lead> read(String id) {
    return db.sql("select * from lead where id = :id")
        .param("id", id)
        .query(Leads::read)
        .optional();
  }

  private Map<String, Lead> found(LeadBatch batch) {
    List<String> ids = batch.leadIds();
    Optional<Lead> kept = ids.size() == 1 ? locked.kept(ids.get(0)) : Optional.empty();
    return kept.map(lead -> Map.of(lead.id(), lead)).orElseGet(() -> all(ids));
  }

  /** Several leads by id. */
  public Map<String, Lead> all(Collection<String> ids) {
    return Sql.byIds(
            ids,
            some ->
                db.sql("select * from lead where id in (:ids)")
                    .param("ids", some)
                    .query(Leads::read)
                    .list())
        .stream()
        .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  /** By any e-mail that it or a record merged into it has. */
  public Optional<Lead> byEmail(@Nullable String email) {
    return email == null
        ? Optional.empty()
        : db.sql(
                """
                select * from lead where id =
                  (select coalesce(merged_into, id) from lead where email in (:spellings)
                    order by created_at, id fetch first 1 row only)
                """)
            .param("spellings", ContactDetails.spellings(email))
            .query(Leads::read)
            .optional();
  }

  /** The visitor ids of leads that have some, by lead id. */
  public Map<String, List<String>> visitorIds(Collection<String> leadIds) {
    return visitors.of(leadIds);
  }

  /**
   * Reads a lead and keeps its row locked until the transaction ends. One that was merged while we
   * waited for it is a lost race.
   */
  public Lead lock(String id) {
    Lead lead = lock(List.of(id)).get(0);
    locked.keep(id, lead);
    profiles.lock(id);
    return lead;
  }

  /** The same of several, in the order of their ids. */
  public List<Lead> lock(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Lead> locked =
        db.sql("select * from lead where id in (:ids) order by id for update")
            .param("ids", ids)
            .query(Leads::readUnmerged)
            .list();
    if (locked.size() < ids.size()) {
      throw new IncorrectResultSizeDataAccessException(ids.size(), locked.size());
    }
    return locked;
  }

  private static Lead readUnmerged(ResultSet rs, int row) throws SQLException {
    if (rs.getString("merged_into") != null) {
      throw new ConcurrencyFailureException("This lead has just joined another one");
    }
    if (Sql.instantOrNull(rs, "erased_at") != null) {
      throw new ConcurrencyFailureException("This person has just been erased");
    }
    return read(rs, row);
  }

  /** Somebody of this package has written its row. */
  public void forget(String id) {
    locked.forget(id);
  }

  /** Source and campaign: the first one named wins; channel: the last one (rule R9). */
  public void name(
      String id, @Nullable String source, @Nullable String campaign, @Nullable Channel channel) {
    if (source == null && campaign == null && channel == null) {
      return;
    }
    locked.forget(id);
    db.sql(
            """
            update lead set source = coalesce(source, :source),
              campaign = coalesce(campaign, :campaign), channel = coalesce(:channel, channel)
            where id = :id
            """)
        .param("source", source)
        .param("campaign", campaign)
        .param("channel", channel == null ? null : channel.name())
        .param("id", id)
        .update();
  }

  /** Puts a lead that has no account yet into one. */
  public void joinAccount(String id, String accountId) {
    locked.forget(id);
    db.sql(
            """
            update lead set account_id = :accountId
            where id = :id and account_id is null and not account_decided
            """)
        .param("accountId", accountId)
        .param("id", id)
        .update();
  }

  /** Puts leads that have no account yet into one, by lead id. */
  void joinAccounts(Map<String, String> accountIds) {
    if (accountIds.isEmpty()) {
      return;
    }
    accountIds.keySet().forEach(locked::forget);
    Map<String, Object> values = new HashMap<>();
    StringBuilder accounts = new StringBuilder();
    accountIds.forEach(
        (lead, account) -> {
          int number = values.size() / 2;
          accounts.append(" when :lead%1$d then :account%1$d".formatted(number));
          values.put("lead" + number, lead);
          values.put("account" + number, account);
        });
    db.sql(
            """
            update lead set account_id = case id%s end
            where id in (:ids) and account_id is null and not account_decided
            """
                .formatted(accounts))
        .params(values)
        .param("ids", accountIds.keySet())
        .update();
  }

  /** Adds to its profile what isn't known yet, and once a day that it is still so. */
  public void learn(String leadId, Map<String, String> values, Instant occurredAt, Instant at) {
    learn(
        LeadBatch.of(leadId, at), List.of(new ProfileUpdate(leadId, null, values, occurredAt, at)));
  }

  /**
   * The same for the signals of a batch, in their order.
   *
   * @return what is new by each of them
   */
  public List<List<ProfileValue>> learn(LeadBatch batch, List<ProfileUpdate> updates) {
    return profiles.learn(batch, updates);
  }

  public List<ProfileValue> profileLog(String leadId) {
    return profiles.of(leadId);
  }

  /** The dated profile values of several leads, by lead id. */
  public Map<String, List<ProfileValue>> profileLogs(Collection<String> leadIds) {
    return profiles.of(leadIds);
  }

  /** As {@link #find}, for a lead of a batch. */
  public Optional<Lead> find(LeadBatch batch, String id) {
    return found.of(batch, id);
  }

  /** It is known how a lead of a batch looks now. */
  public void know(LeadBatch batch, Lead lead) {
    found.know(batch, lead.id(), lead);
  }

  /** These values of a lead of a batch are known from here on. */
  public void know(LeadBatch batch, String leadId, List<ProfileValue> values) {
    profiles.know(batch, leadId, values);
  }

  /** As {@link #profileLog}, for a lead of a batch. */
  public List<ProfileValue> profileLog(LeadBatch batch, String leadId) {
    return profiles.of(batch, leadId);
  }

  public static Lead read(ResultSet rs, int row) throws SQLException {
    String channel = rs.getString("channel");
    return new Lead(
        rs.getString("id"),
        rs.getString("email"),
        rs.getString("external_id"),
        rs.getBoolean("identified"),
        rs.getString("account_id"),
        rs.getString("source"),
        rs.getString("campaign"),
        channel == null ? null : Channel.valueOf(channel),
        Sql.instant(rs, "created_at"));
  }
}
