package dev.baton.stage;

import dev.baton.lead.LeadIdentified;
import dev.baton.lead.VisitorJoined;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dated episodes of every lead; the only way from one stage to another. */
@Component
public class Stages {
  /** Who is recorded when no person moved the lead. */
  public static final String RULE = "rule";

  private final JdbcClient db;
  private final ApplicationEventPublisher facts;

  Stages(JdbcClient db, ApplicationEventPublisher facts) {
    this.db = db;
    this.facts = facts;
  }

  /** The episode a lead is in. */
  public Optional<StageEpisode> current(String leadId) {
    return Optional.ofNullable(current(List.of(leadId)).get(leadId));
  }

  /** The episodes that leads are in, by lead id. */
  public Map<String, StageEpisode> current(Collection<String> leadIds) {
    if (leadIds.isEmpty()) {
      return Map.of();
    }
    return db
        .sql("select * from stage_entry where lead_id in (:leadIds) and is_current = true")
        .param("leadIds", leadIds)
        .query(Stages::read)
        .list()
        .stream()
        .collect(Collectors.toMap(StageEpisode::leadId, Function.identity()));
  }

  /** All episodes of a lead, oldest first. */
  public List<StageEpisode> episodes(String leadId) {
    return db.sql("select * from stage_entry where lead_id = :leadId order by entered_at, id")
        .param("leadId", leadId)
        .query(Stages::read)
        .list();
  }

  /** Moves a lead by an answer or a rule. */
  public StageMove enter(String leadId, Stage stage, Instant at, String by) {
    return enter(new StageEpisode(leadId, stage, at, null, by, null, null));
  }

  /**
   * Sends a lead back after a no.
   *
   * @param coolingUntil until then only a hand-raise makes it an MQL again, or null
   */
  public StageMove leave(
      String leadId, Stage to, Instant at, String by, String reason, Instant coolingUntil) {
    return enter(new StageEpisode(leadId, to, at, null, by, reason, coolingUntil));
  }

  /** The rest after a no is over now: from here on the line counts again (rule R8). */
  public void endRest(String leadId, Instant at) {
    db.sql(
            """
            update stage_entry set cooling_until = :at
            where lead_id = :leadId and is_current = true and cooling_until > :at
            """)
        .param("at", Sql.timestamp(at))
        .param("leadId", leadId)
        .update();
  }

  /**
   * Two leads are one: the past of both is its past, and it is where one of them was.
   *
   * @param stays the lead whose current episode goes on
   */
  public void merge(String from, String into, String stays, Instant at, String by) {
    StageEpisode goesOn = current(stays).orElseThrow();
    boolean moves = stays.equals(from);
    close(current(from).orElseThrow(), at);
    if (moves) {
      close(current(into).orElseThrow(), at);
    }
    db.sql("update stage_entry set lead_id = :into where lead_id = :from")
        .param("into", into)
        .param("from", from)
        .update();
    if (moves) {
      insert(
          new StageEpisode(
              into, goesOn.stage(), at, null, by, goesOn.reason(), goesOn.coolingUntil()));
    }
  }

  private StageMove enter(StageEpisode next) {
    StageEpisode now = current(next.leadId()).orElseThrow();
    if (!now.stage().mayBecome(next.stage())) {
      return new StageMove.Refused(
          "A lead in stage %s can't become %s".formatted(now.stage(), next.stage()));
    }
    if (close(now, next.enteredAt()) == 0) {
      return new StageMove.Refused("The lead has left stage %s meanwhile".formatted(now.stage()));
    }
    insert(next);
    facts.publishEvent(
        new StageEntered(
            next.leadId(),
            next.stage(),
            next.enteredAt(),
            next.by(),
            next.reason(),
            next.coolingUntil()));
    return new StageMove.Entered(next);
  }

  /** A new visitor or lead begins; a visitor that shares a contact detail becomes a lead. */
  @EventListener
  void on(LeadIdentified identified) {
    Stage stage = identified.identified() ? Stage.LEAD : Stage.VISITOR;
    StageEpisode first =
        new StageEpisode(identified.leadId(), stage, identified.at(), null, RULE, null, null);
    if (current(identified.leadId()).isPresent()) {
      enter(first);
      return;
    }
    insert(first);
    facts.publishEvent(new StageEntered(first.leadId(), stage, first.enteredAt(), RULE));
  }

  @EventListener
  void on(VisitorJoined joined) {
    close(current(joined.visitorLeadId()).orElseThrow(), joined.at());
  }

  private int close(StageEpisode episode, Instant at) {
    return db.sql(
            """
            update stage_entry set left_at = :at, is_current = null
            where lead_id = :leadId and stage = :stage and is_current = true
            """)
        .param("at", Sql.timestamp(at))
        .param("leadId", episode.leadId())
        .param("stage", episode.stage().name())
        .update();
  }

  private void insert(StageEpisode episode) {
    db.sql(
            """
            insert into stage_entry
              (lead_id, stage, entered_at, is_current, entered_by, reason, cooling_until)
            values (:leadId, :stage, :at, true, :by, :reason, :coolingUntil)
            """)
        .param("leadId", episode.leadId())
        .param("stage", episode.stage().name())
        .param("at", Sql.timestamp(episode.enteredAt()))
        .param("by", episode.by())
        .param("reason", episode.reason())
        .param("coolingUntil", Sql.timestamp(episode.coolingUntil()))
        .update();
  }

  private static StageEpisode read(ResultSet rs, int row) throws SQLException {
    return new StageEpisode(
        rs.getString("lead_id"),
        Stage.valueOf(rs.getString("stage")),
        Sql.instant(rs, "entered_at"),
        Sql.instantOrNull(rs, "left_at"),
        rs.getString("entered_by"),
        rs.getString("reason"),
        Sql.instantOrNull(rs, "cooling_until"));
  }
}
