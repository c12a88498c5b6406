package dev.baton.connect.audience;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.engine.Decisions;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.lead.ProfileValue;
import dev.baton.score.LeadSegment;
import dev.baton.sql.RecordRows;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who belongs into an audience: in one of its stages and segments, with an address and consent to
 * marketing, and not left alone.
 */
@Component
class AudienceCandidates {
  private static final String POSSIBLE =
      """
      select l.id, l.email from lead l
        join stage_entry s on s.lead_id = l.id and s.left_at is null
      where s.stage in (:stages) and l.email is not null and l.erased_at is null
        and l.merged_into is null and not exists (select 1 from suppression u
          where u.lead_id = l.id and u.is_current = true)
      """;

  private final JdbcClient db;
  private final Leads leads;
  private final Decisions decisions;
  private final Clock clock;

  AudienceCandidates(JdbcClient db, Leads leads, Decisions decisions, Clock clock) {
    this.db = db;
    this.leads = leads;
    this.decisions = decisions;
    this.clock = clock;
  }

  private record Addressed(String id, String email) {}

  /** The next ids after one, by stage alone. */
  List<String> page(Audience audience, String after, int most) {
    return audience.isEnding()
        ? List.of()
        : db.sql(POSSIBLE + " and l.id > :after order by l.id fetch first :most rows only")
            .param("stages", audience.stages())
            .param("after", after)
            .param("most", most)
            .query(
                (rs, row) -> {
                  return rs.getString("id");
                })
            .list();
  }

  /** Those of some leads that belong into it, and their addresses. */
  Map<String, String> of(Audience audience, Collection<String> leadIds) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (audience.isEnding() || leadIds.isEmpty()) {
      return wanted;
    }
    List<Addressed> possible =
        db.sql(POSSIBLE + " and l.id in (:ids)")
            .param("stages", audience.stages())
            .param("ids", leadIds)
            .query(RecordRows.of(Addressed.class))
            .list();
    Map<String, List<ProfileValue>> profiles =
        leads.profileLogs(possible.stream().map(Addressed::id).toList());
    DecisionSnapshot tables = decisions.inForce();
    Instant now = clock.instant();
    for (Addressed one : possible) {
      Profile profile = Profile.of(profiles.getOrDefault(one.id(), List.of()), now);
      if (profile.consentsTo("email") && isOf(audience.segments(), profile, tables)) {
        wanted.put(one.id(), one.email());
      }
    }
    return wanted;
  }

  private static boolean isOf(List<String> segments, Profile profile, DecisionSnapshot tables) {
    return segments.isEmpty() || segments.contains(String.valueOf(LeadSegment.of(profile, tables)));
  }
}
