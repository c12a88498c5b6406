package dev.baton.rejection;

import dev.baton.handoff.record.HandoffState;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.lead.Leads;
import dev.baton.lead.Suppressions;
import dev.baton.people.Role.Right;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import dev.baton.stage.StageEpisode;
import dev.baton.stage.Stages;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reopening of a disqualified lead: by a manager, with a reason (rule R1). */
@Component
public class LeadReopening {
  private final JdbcClient db;
  private final Leads leads;
  private final Stages stages;
  private final Suppressions suppressions;
  private final ReplyPermissions permissions;
  private final Clock clock;

  LeadReopening(
      JdbcClient db,
      Leads leads,
      Stages stages,
      Suppressions suppressions,
      ReplyPermissions permissions,
      Clock clock) {
    this.db = db;
    this.leads = leads;
    this.stages = stages;
    this.suppressions = suppressions;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Gives a lead back to marketing; from its next signal on it may become an MQL again. */
  @Transactional
  public void reopen(String leadId, Map<String, Object> fields, String by) {
    FieldReader given = new FieldReader(fields);
    String reason = given.requiredText("reason", "say why, for whoever reads it later", 4000);
    given.check();
    permissions.require(by, Right.OVERSEE, "Only a manager reopens a lead");
    leads.lock(leadId);
    StageEpisode now = stages.current(leadId).orElseThrow();
    if (now.stage() != Stage.DISQUALIFIED) {
      throw new Conflict(
          "This lead isn't disqualified", HandoffState.CLOSED.name(), now.by(), now.enteredAt());
    }
    reopen(leadId, reason, by, clock.instant());
  }

  /** A manager found that a rejection was wrong: what it led to is taken back. */
  void overturn(Rejection rejection, Rejections.Reply ruling, String by) {
    leads.lock(rejection.leadId());
    Optional<StageEpisode> led =
        stages
            .current(rejection.leadId())
            .filter(now -> rejection.cause().reason().equals(now.reason()));
    if (led.filter(now -> now.stage() == Stage.DISQUALIFIED).isPresent()) {
      reopen(rejection.leadId(), ruling.note(), by, ruling.at());
    } else if (led.isPresent()) {
      stages.endRest(rejection.leadId(), ruling.at());
    }
  }

  private void reopen(String leadId, @Nullable String reason, String by, Instant at) {
    suppressions.lift(leadId, at);
    stages.enter(leadId, Stage.RECYCLED, at, by).orThrow();
    db.sql(
            """
            insert into reopening (lead_id, reason, reopened_by, reopened_at)
            values (:leadId, :reason, :by, :at)
            """)
        .param("leadId", leadId)
        .param("reason", reason)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .update();
  }
}
