package dev.baton.web.staff;

import dev.baton.handoff.record.AnswerLog;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import dev.baton.web.LeadNames;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads of which reps said that they aren't theirs, which is no rejection; reads only. */
@Component
class Declines {
  private static final int MOST = 50;

  private final JdbcClient db;
  private final LeadNames leads;

  Declines(JdbcClient db, LeadNames leads) {
    this.db = db;
    this.leads = leads;
  }

  /**
   * One of them.
   *
   * @param reason in the rep's own words
   */
  record Decline(String leadId, Instant declinedAt, String reason) {}

  /** The same with the lead's name. */
  record Named(Decline decline, String lead) {}

  /** How often each of these reps did since an instant; who didn't isn't named. */
  Map<String, Long> count(Collection<String> reps, Instant since) {
    return db
        .sql(
            """
            select answered_by, count(*) as declines from answer
            where question = :decline and answered_by in (:reps) and answered_at >= :since
            group by answered_by
            """)
        .param("decline", AnswerLog.DECLINE)
        .param("reps", reps)
        .param("since", Sql.timestamp(since))
        .query((row, number) -> Map.entry(row.getString("answered_by"), row.getLong("declines")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A rep's, the latest first. */
  List<Named> of(String rep, Instant since) {
    List<Decline> declines = find(rep, since);
    Map<String, String> names =
        leads.of(declines.stream().map(Decline::leadId).distinct().toList());
    return declines.stream()
        .map(one -> new Named(one, names.getOrDefault(one.leadId(), one.leadId())))
        .toList();
  }

  private List<Decline> find(String rep, Instant since) {
    return db.sql(
            """
            select h.lead_id, a.answered_at as declined_at, a.note as reason
            from answer a join handoff h on h.id = a.handoff_id
            where a.question = :decline and a.answered_by = :rep and a.answered_at >= :since
            order by a.id desc fetch first :most rows only
            """)
        .param("decline", AnswerLog.DECLINE)
        .param("rep", rep)
        .param("since", Sql.timestamp(since))
        .param("most", MOST)
        .query(RecordRows.of(Decline.class))
        .list();
  }
}
