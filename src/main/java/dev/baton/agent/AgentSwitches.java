package dev.baton.agent;

import dev.baton.agent.rule.Agent;
import dev.baton.agent.rule.AgentSettings;
import dev.baton.privacy.AuditEntry;
import dev.baton.privacy.AuditLog;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches of agents: which are on, who said so, and when each looked last. */
@Component
class AgentSwitches {
  private final JdbcClient db;
  private final AgentSettings settings;
  private final AuditLog audit;

  AgentSwitches(JdbcClient db, AgentSettings settings, AuditLog audit) {
    this.db = db;
    this.settings = settings;
    this.audit = audit;
  }

  /**
   * The switch of one.
   *
   * @param changedBy null while nobody has switched it
   */
  record Switch(
      boolean on,
      @Nullable String changedBy,
      @Nullable Instant changedAt,
      @Nullable Instant lastRunAt) {}

  Switch of(Agent agent) {
    return db.sql("select * from agent_switch where agent = :agent")
        .param("agent", agent.word())
        .query(this::read)
        .optional()
        .orElseGet(() -> new Switch(settings.enabled(), null, null, null));
  }

  @Transactional
  void set(Agent agent, boolean on, String by, Instant at) {
    keep(agent);
    boolean before = of(agent).on();
    db.sql(
            """
            update agent_switch set is_on = :on, changed_by = :by, changed_at = :at
            where agent = :agent
            """)
        .param("on", on)
        .param("by", by)
        .param("at", Sql.timestamp(at))
        .param("agent", agent.word())
        .update();
    audit.add(
        new AuditEntry(at, by, "agent_switched", "agent " + agent.word(), word(before), word(on)));
  }

  @Transactional
  void ran(Agent agent, Instant at) {
    keep(agent);
    db.sql("update agent_switch set last_run_at = :at where agent = :agent")
        .param("at", Sql.timestamp(at))
        .param("agent", agent.word())
        .update();
  }

  private void keep(Agent agent) {
    db.sql("insert into agent_switch (agent) values (:agent) on conflict do nothing")
        .param("agent", agent.word())
        .update();
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  private Switch read(ResultSet rs, int row) throws SQLException {
    Boolean on = rs.getObject("is_on", Boolean.class);
    return new Switch(
        on == null ? settings.enabled() : on,
        rs.getString("changed_by"),
        Sql.instantOrNull(rs, "changed_at"),
        Sql.instantOrNull(rs, "last_run_at"));
  }
}
