package dev.baton.lead;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of leads, each with the dated log of its profile. */
@Component
public class Leads {
  private final JdbcClient db;
  private final ProfileValues profiles;
  private final Visitors visitors;

  Leads(JdbcClient db, ProfileValues profiles, Visitors visitors) {
    this.db = db;
    this.profiles = profiles;
    this.visitors = visitors;
  }

  public Optional<Lead> find(String id) {
    return db.sql("select * from lead where id = :id")
        .param("id", id)
        .query(Leads::read)
        .optional();
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

  Optional<Lead> byExternalId(@Nullable String externalId) {
    return externalId == null
        ? Optional.empty()
        : db.sql(
                """
                select * from lead where id =
                  (select coalesce(merged_into, id) from lead where external_id = :externalId)
                """)
            .param("externalId", externalId)
            .query(Leads::read)
            .optional();
  }

  /**
   * Reads a lead and keeps its row locked until the transaction ends. One that was merged while we
   * waited for it is a lost race.
   */
  public Lead lock(String id) {
    return db.sql("select * from lead where id = :id for update")
        .param("id", id)
        .query(
            (rs, row) -> {
              if (rs.getString("merged_into") != null) {
                throw new ConcurrencyFailureException("This lead has just joined another one");
              }
              return read(rs, row);
            })
        .single();
  }

  Lead create(ContactDetails details, Instant at) {
    String id = UUID.randomUUID().toString();
    int created =
        db.sql(
                """
                insert into lead (id, email, external_id, identified, created_at)
                values (:id, :email, :externalId, :identified, :at)
                on conflict do nothing
                """)
            .param("id", id)
            .param("email", details.email())
            .param("externalId", details.externalId())
            .param("identified", details.identifies())
            .param("at", Sql.timestamp(at))
            .update();
    if (created == 0) {
      throw new ConcurrencyFailureException("Somebody else has just made this lead");
    }
    return find(id).orElseThrow();
  }

  /** Adds identifiers; null leaves one as it is. */
  void complete(
      String id, @Nullable String email, @Nullable String externalId, boolean identified) {
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
  }

  /**
   * A visitor's past becomes the lead's and is known of it from now on; what the lead has named
   * itself stays (rule R9).
   */
  void mergeVisitor(String visitorLeadId, String leadId, Instant at) {
    Lead visitor = find(visitorLeadId).orElseThrow();
    Channel channel = find(leadId).orElseThrow().channel() == null ? visitor.channel() : null;
    name(leadId, visitor.source(), visitor.campaign(), channel);
    profiles.move(visitorLeadId, leadId, at);
    db.sql("update lead set merged_into = :leadId where id = :visitorLeadId")
        .param("leadId", leadId)
        .param("visitorLeadId", visitorLeadId)
        .update();
  }

  /** Source and campaign: the first one named wins; channel: the last one (rule R9). */
  public void name(
      String id, @Nullable String source, @Nullable String campaign, @Nullable Channel channel) {
    if (source == null && campaign == null && channel == null) {
      return;
    }
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
    db.sql("update lead set account_id = :accountId where id = :id and account_id is null")
        .param("accountId", accountId)
        .param("id", id)
        .update();
  }

  /** Adds to its profile what isn't known yet, and once a day that it is still so. */
  public void learn(String leadId, Map<String, String> values, Instant occurredAt, Instant at) {
    profiles.learn(leadId, values, occurredAt, at);
  }

  public List<ProfileValue> profileLog(String leadId) {
    return profiles.of(leadId);
  }

  /** The dated profile values of several leads, by lead id. */
  public Map<String, List<ProfileValue>> profileLogs(Collection<String> leadIds) {
    return profiles.of(leadIds);
  }

  static Lead read(ResultSet rs, int row) throws SQLException {
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
