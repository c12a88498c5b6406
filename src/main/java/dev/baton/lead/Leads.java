package dev.baton.lead;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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

/** The leads and the dated log of what is known of them. */
@Component
public class Leads {
  private static final Duration CONFIRMED = Duration.ofDays(1);

  private final JdbcClient db;

  Leads(JdbcClient db) {
    this.db = db;
  }

  public Optional<Lead> find(String id) {
    return db.sql("select * from lead where id = :id")
        .param("id", id)
        .query(Leads::read)
        .optional();
  }

  /** Several leads by id. */
  public Map<String, Lead> all(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return db
        .sql("select * from lead where id in (:ids)")
        .param("ids", ids)
        .query(Leads::read)
        .list()
        .stream()
        .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  /** By any e-mail that it or a record merged into it has. */
  public Optional<Lead> byEmail(String email) {
    return email == null
        ? Optional.empty()
        : db.sql(
                """
                select * from lead
                where id = (select coalesce(merged_into, id) from lead where email = :email)
                """)
            .param("email", email)
            .query(Leads::read)
            .optional();
  }

  Optional<Lead> byExternalId(String externalId) {
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
    moveProfile(visitorLeadId, leadId, at);
    db.sql("update lead set merged_into = :leadId where id = :visitorLeadId")
        .param("leadId", leadId)
        .param("visitorLeadId", visitorLeadId)
        .update();
  }

  /** What was known of one record is known of the other from now on. */
  void moveProfile(String from, String to, Instant at) {
    db.sql("update profile_value set lead_id = :to, recorded_at = :at where lead_id = :from")
        .param("to", to)
        .param("at", Sql.timestamp(at))
        .param("from", from)
        .update();
  }

  /** Source and campaign: the first one named wins; channel: the last one (rule R9). */
  public void name(String id, String source, String campaign, @Nullable Channel channel) {
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

  /** Appends to the log what isn't known yet, and once a day that it is still so. */
  public void learn(String leadId, Map<String, String> values, Instant occurredAt, Instant at) {
    if (values.isEmpty()) {
      return;
    }
    List<ProfileValue> log = profileLog(leadId);
    values.forEach(
        (field, content) -> {
          ProfileValue value = new ProfileValue(field, content, occurredAt, at);
          if (tellsMore(value, log)) {
            append(leadId, value);
          }
        });
  }

  /** Without confirmations a late, older value would win over one that was told again since. */
  private static boolean tellsMore(ProfileValue value, List<ProfileValue> log) {
    return log.stream()
        .filter(known -> known.field().equals(value.field()))
        .max(Comparator.comparing(ProfileValue::occurredAt).thenComparing(ProfileValue::recordedAt))
        .filter(latest -> latest.content().equals(value.content()))
        .filter(latest -> !value.occurredAt().isAfter(latest.occurredAt().plus(CONFIRMED)))
        .isEmpty();
  }

  void append(String leadId, ProfileValue value) {
    db.sql(
            """
            insert into profile_value (lead_id, field, content, occurred_at, recorded_at)
            values (:leadId, :field, :content, :occurredAt, :recordedAt)
            """)
        .param("leadId", leadId)
        .param("field", value.field())
        .param("content", value.content())
        .param("occurredAt", Sql.timestamp(value.occurredAt()))
        .param("recordedAt", Sql.timestamp(value.recordedAt()))
        .update();
  }

  public List<ProfileValue> profileLog(String leadId) {
    return profileLogs(List.of(leadId)).getOrDefault(leadId, List.of());
  }

  /** The dated profile values of several leads, by lead id. */
  public Map<String, List<ProfileValue>> profileLogs(Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return Map.of();
    }
    return db
        .sql("select * from profile_value where lead_id in (:leadIds) order by id")
        .param("leadIds", leadIds)
        .query((rs, row) -> Map.entry(rs.getString("lead_id"), readValue(rs)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static ProfileValue readValue(ResultSet rs) throws SQLException {
    return new ProfileValue(
        rs.getString("field"),
        rs.getString("content"),
        Sql.instant(rs, "occurred_at"),
        Sql.instant(rs, "recorded_at"));
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
