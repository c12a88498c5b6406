package dev.baton.connect.conversion;

import dev.baton.insight.rollup.InstantRange;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.signal.RecordedSignal;
import dev.baton.signal.SignalHistory;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversions of a range of time, of leads that consent to marketing now. */
@Component
class PastConversions {
  private final JdbcClient db;
  private final Leads leads;
  private final SignalHistory signals;
  private final Clock clock;

  PastConversions(JdbcClient db, Leads leads, SignalHistory signals, Clock clock) {
    this.db = db;
    this.leads = leads;
    this.signals = signals;
    this.clock = clock;
  }

  private record Reached(String leadId, Conversion conversion) {}

  /** The oldest first; imported history is nobody's click. */
  List<Conversion> of(InstantRange range, int most) {
    List<Reached> reached =
        db.sql(
                """
                select s.lead_id, s.stage as goal, s.entered_at as at, null as handoff_id,
                  null as amount, null as currency
                from stage_entry s
                where s.stage in ('MQL', 'SAL', 'SQL') and s.import_id is null
                  and s.entered_at >= :from and s.entered_at < :to
                  and not exists (select 1 from stage_entry earlier
                    where earlier.lead_id = s.lead_id and earlier.stage = s.stage
                      and earlier.entered_at < s.entered_at)
                union all
                select h.lead_id, 'WON', h.closed_at, h.id, o.amount, o.currency
                from handoff h left join opportunity o on o.handoff_id = h.id
                where h.result = 'won' and h.closed_at >= :from and h.closed_at < :to
                order by at, lead_id fetch first :most rows only
                """)
            .param("from", Sql.timestamp(range.from()))
            .param("to", Sql.timestamp(range.to()))
            .param("most", most)
            .query(PastConversions::read)
            .list();
    List<String> ids = reached.stream().map(Reached::leadId).distinct().toList();
    Map<String, Lead> known = leads.all(ids);
    Map<String, List<ProfileValue>> profiles = leads.profileLogs(ids);
    Map<String, List<RecordedSignal>> said = signals.of(ids);
    return reached.stream()
        .filter(one -> consents(profiles.getOrDefault(one.leadId(), List.of())))
        .map(
            one ->
                with(
                    one.conversion(),
                    known.get(one.leadId()),
                    said.getOrDefault(one.leadId(), List.of())))
        .filter(Conversion::isTraceable)
        .toList();
  }

  private boolean consents(List<ProfileValue> profile) {
    return Profile.of(profile, clock.instant()).consentsTo("email");
  }

  private static Conversion with(
      Conversion found, @Nullable Lead lead, List<RecordedSignal> signals) {
    return new Conversion(
        found.id(),
        found.goal(),
        found.at(),
        found.value(),
        found.currency(),
        lead == null ? null : lead.email(),
        ClickIds.of(signals.stream().map(RecordedSignal::signal).toList()));
  }

  private static Reached read(ResultSet rs, int row) throws SQLException {
    String leadId = rs.getString("lead_id");
    String goal = rs.getString("goal");
    String handoff = rs.getString("handoff_id");
    BigDecimal amount = rs.getBigDecimal("amount");
    String key =
        handoff == null
            ? "stage:%s:%s:%d".formatted(leadId, goal, Sql.instant(rs, "at").toEpochMilli())
            : "outcome:" + handoff;
    return new Reached(
        leadId,
        new Conversion(
            key,
            goal.toLowerCase(Locale.ROOT),
            Sql.instant(rs, "at"),
            amount,
            rs.getString("currency"),
            null,
            Map.of()));
  }
}
