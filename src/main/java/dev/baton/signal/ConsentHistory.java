package dev.baton.signal;

import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * History of a lead's consent: each change with its words, its time and the signal that told it,
 * out of the dated profile. What a rule of ours set, such as after an erasure, has no signal.
 */
@Component
public class ConsentHistory {
  private static final String PREFIX = "consent.";
  private static final String AT = "at";
  private static final String TEXT = "text";

  private final JdbcClient db;

  ConsentHistory(JdbcClient db) {
    this.db = db;
  }

  private record Said(
      String field, String content, Instant occurredAt, Instant recordedAt, String source) {}

  /** The newest first. */
  public List<ConsentChange> of(String leadId) {
    Map<Instant, List<Said>> together = new LinkedHashMap<>();
    db.sql(
            """
            select v.field, v.content, v.occurred_at, v.recorded_at,
              (select min(coalesce(s.source, s.type)) from signal s
                where s.lead_id = v.lead_id and s.recorded_at = v.recorded_at) as source
            from profile_value v where v.lead_id = :lead and v.field like 'consent.%'
            order by v.recorded_at desc, v.id
            """)
        .param("lead", leadId)
        .query(
            (rs, row) ->
                new Said(
                    rs.getString("field").substring(PREFIX.length()),
                    rs.getString("content"),
                    Sql.instant(rs, "occurred_at"),
                    Sql.instant(rs, "recorded_at"),
                    source(rs.getString("source"))))
        .list()
        .forEach(
            said ->
                together.computeIfAbsent(said.recordedAt(), same -> new ArrayList<>()).add(said));
    return together.values().stream().map(ConsentHistory::change).toList();
  }

  private static String source(@Nullable String told) {
    return told == null ? "baton" : told;
  }

  private static ConsentChange change(List<Said> together) {
    Said first = together.get(0);
    Map<String, Boolean> ways = new TreeMap<>();
    String text = null;
    Instant at = first.occurredAt();
    for (Said said : together) {
      switch (said.field()) {
        case AT -> at = Instant.parse(said.content());
        case TEXT -> text = said.content();
        default -> ways.put(said.field(), Boolean.valueOf(said.content()));
      }
    }
    return new ConsentChange(first.recordedAt(), at, ways, text, first.source());
  }
}
