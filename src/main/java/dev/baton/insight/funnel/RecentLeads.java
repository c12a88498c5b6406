package dev.baton.insight.funnel;

import dev.baton.insight.rollup.InstantRange;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who became leads in a range, and how many of the very same people are MQLs by now: one
 * population, so that the part never exceeds the whole (rule R23).
 */
@Component
public class RecentLeads {
  /** Without these the greatest part of a score is out of reach. */
  private static final Map<String, String> FIT_FIELDS =
      Map.of("companySize", "company size", "industry", "industry", "jobTitle", "title");

  private static final List<String> ORDER = List.of("companySize", "industry", "jobTitle");

  private final JdbcClient db;

  RecentLeads(JdbcClient db) {
    this.db = db;
  }

  /**
   * What is known of them.
   *
   * @param neverSent fit fields that nobody of them has; only looked at when nobody is an MQL
   */
  public record Standing(long leads, long mql, List<String> neverSent) {}

  Standing in(InstantRange range) {
    return db.sql(
            """
            select count(*) as leads,
              count(*) filter (where exists (select 1 from funnel_entry m
                where m.lead_id = l.lead_id and m.stage = 'MQL')) as mql
            from funnel_entry l
            where l.stage = 'LEAD' and l.entered_at >= :from and l.entered_at < :to
            """)
        .param("from", range.start())
        .param("to", range.end())
        .query(
            (rs, row) -> {
              long mql = rs.getLong("mql");
              return new Standing(rs.getLong("leads"), mql, mql > 0 ? List.of() : never(range));
            })
        .single();
  }

  private List<String> never(InstantRange range) {
    List<String> sent =
        db.sql(
                """
                select distinct p.field from profile_value p
                  join funnel_entry l on l.lead_id = p.lead_id and l.stage = 'LEAD'
                where p.field in (:fields) and l.entered_at >= :from and l.entered_at < :to
                """)
            .param("fields", ORDER)
            .param("from", range.start())
            .param("to", range.end())
            .query(String.class)
            .list();
    return ORDER.stream().filter(field -> !sent.contains(field)).map(FIT_FIELDS::get).toList();
  }
}
