package dev.baton.web.call;

import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Best hours to call leads, from what they did and from the calls of everybody; reads only. */
@Component
class BestHours {
  private static final Duration MEMORY = Duration.ofDays(180);
  private static final int MOST_CALLS = 5_000;

  /** What a machine does, or somebody of ours, says nothing of a lead's day. */
  private static final List<String> NOT_THEIRS =
      List.of(
          "email_opened",
          "email_bounced",
          "unsubscribed",
          "rep_engaged",
          "funding_event",
          "hiring_event");

  private final JdbcClient db;

  BestHours(JdbcClient db) {
    this.db = db;
  }

  /** By lead, in the zone of who calls; a lead without one has no entry. */
  Map<String, BestHour> of(Collection<String> leads, ZoneId zone, Instant now) {
    Map<String, BestHour> best = new HashMap<>();
    if (leads.isEmpty()) {
      return best;
    }
    BestHour.ofCalls(calls(now), zone).ifPresent(hour -> leads.forEach(id -> best.put(id, hour)));
    acts(leads, now)
        .forEach((id, acts) -> BestHour.ofActs(acts, zone).ifPresent(hour -> best.put(id, hour)));
    return best;
  }

  private Map<String, List<Instant>> acts(Collection<String> leads, Instant now) {
    Map<String, List<Instant>> acts = new HashMap<>();
    db.sql(
            """
            select lead_id, occurred_at from signal
            where lead_id in (:leads) and type not in (:types) and occurred_at >= :since
            """)
        .param("leads", leads)
        .param("types", NOT_THEIRS)
        .param("since", Sql.timestamp(now.minus(MEMORY)))
        .query(
            row -> {
              acts.computeIfAbsent(row.getString("lead_id"), none -> new ArrayList<>())
                  .add(Sql.instant(row, "occurred_at"));
            });
    return acts;
  }

  private List<BestHour.Call> calls(Instant now) {
    return db.sql(
            """
            select happened_at, counts_as from touch
            where kind = 'call' and recorded_at >= :since
            order by id desc fetch first :most rows only
            """)
        .param("since", Sql.timestamp(now.minus(MEMORY)))
        .param("most", MOST_CALLS)
        .query(
            (row, number) ->
                new BestHour.Call(
                    Sql.instant(row, "happened_at"), row.getString("counts_as").equals("contact")))
        .list();
  }
}
