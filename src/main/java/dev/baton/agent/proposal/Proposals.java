package dev.baton.agent.proposal;

import dev.baton.agent.model.PolishedText;
import dev.baton.agent.rule.Agent;
import dev.baton.alert.message.SafeText;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of proposals; one for an occasion of an agent, by a constraint. */
@Component
public class Proposals {
  static final int LONGEST = 6_000;
  private static final int LONGEST_LINE = 1_000;
  private static final int MOST_LINES = 7;

  private final JdbcClient db;

  Proposals(JdbcClient db) {
    this.db = db;
  }

  /** False when there is one for this occasion. */
  boolean open(Proposal proposal) {
    return db.sql(
                """
                insert into proposal (id, agent, occasion, lead_id, handoff_id, owner, team, state,
                  created_at, due_at, cost, attempts)
                values (:id, :agent, :occasion, :leadId, :handoffId, :owner, :team, :state,
                  :createdAt, :dueAt, 0, 0)
                on conflict do nothing
                """)
            .param("id", proposal.id())
            .param("agent", proposal.agent().word())
            .param("occasion", proposal.subject().occasion())
            .param("leadId", proposal.subject().leadId())
            .param("handoffId", proposal.subject().handoffId())
            .param("owner", proposal.approver().owner())
            .param("team", proposal.approver().team())
            .param("state", proposal.state().name())
            .param("createdAt", Sql.timestamp(proposal.times().createdAt()))
            .param("dueAt", Sql.timestamp(proposal.times().dueAt()))
            .update()
        == 1;
  }

  public Optional<Proposal> find(String id) {
    return db.sql("select * from proposal where id = :id")
        .param("id", id)
        .query(ProposalRowMapper::read)
        .optional();
  }

  /** Reads it and keeps its row locked until the transaction ends. */
  Optional<Proposal> lock(String id) {
    return db.sql("select * from proposal where id = :id for update")
        .param("id", id)
        .query(ProposalRowMapper::read)
        .optional();
  }

  /** What is proposed for a lead or was approved for it, the newest first. */
  public List<Proposal> ofLead(String leadId) {
    return db.sql(
            """
            select * from proposal
            where lead_id = :leadId and (state = 'WAITING' or published_at is not null)
            order by created_at desc, id fetch first 20 rows only
            """)
        .param("leadId", leadId)
        .query(ProposalRowMapper::read)
        .list();
  }

  /** A page of an agent's, the newest first; null: in any state. */
  public List<Proposal> page(Agent agent, @Nullable ProposalState state, int most) {
    return db.sql(
            """
            select * from proposal
            where agent = :agent and (cast(:state as varchar) is null or state = :state)
            order by created_at desc, id fetch first :most rows only
            """)
        .param("agent", agent.word())
        .param("state", state == null ? null : state.name())
        .param("most", most)
        .query(ProposalRowMapper::read)
        .list();
  }

  /** So many of an agent in one state. */
  public record StateCount(String agent, String state, long number) {}

  public List<StateCount> counts() {
    return db.sql("select agent, state, count(*) as number from proposal group by agent, state")
        .query(RecordRows.of(StateCount.class))
        .list();
  }

  public int madeSince(Agent agent, Instant since) {
    return db.sql(
            """
            select count(*) as made from proposal where agent = :agent and created_at > :since
            """)
        .param("agent", agent.word())
        .param("since", Sql.timestamp(since))
        .query(Integer.class)
        .single();
  }

  /** A draft is to be written from now on. */
  void request(String id, Instant now) {
    db.sql(
            """
            update proposal set state = 'DRAFTING', next_attempt_at = :now
            where id = :id and state = 'OPENED'
            """)
        .param("now", Sql.timestamp(now))
        .param("id", id)
        .update();
  }

  /** False when nobody waits for the draft any more. */
  boolean drafted(String id, ProposalText draft) {
    PolishedText text = draft.text();
    return db.sql(
                """
                update proposal set state = 'WAITING', proposed = :text, reasons = :reasons,
                  sources = :sources, written_by = :writtenBy, prompt_version = :promptVersion,
                  cost = :cost, note = :note, lease_until = null, error = null
                where id = :id and state = 'DRAFTING'
                """)
            .param("text", SafeText.lines(text.text(), LONGEST))
            .param("reasons", lines(draft.reasons()))
            .param("sources", lines(draft.sources()))
            .param("writtenBy", SafeText.line(text.writtenBy(), 200))
            .param("promptVersion", text.promptVersion())
            .param("cost", text.cost())
            .param("note", SafeText.lineOrNull(text.note(), 500))
            .param("id", id)
            .update()
        == 1;
  }

  void answer(String id, ProposalState state, ProposalAnswer answer) {
    db.sql(
            """
            update proposal set state = :state, final_text = :text, answer_reason = :reason,
              answered_by = :by, answered_at = :at
            where id = :id
            """)
        .param("state", state.name())
        .param("text", answer.text())
        .param("reason", answer.reason())
        .param("by", answer.by())
        .param("at", Sql.timestamp(answer.at()))
        .param("id", id)
        .update();
  }

  void publish(String id, Instant at) {
    db.sql("update proposal set published_at = :at where id = :id")
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  /** Why nothing came of an approval. */
  void note(String id, String note) {
    db.sql("update proposal set note = :note where id = :id")
        .param("note", note)
        .param("id", id)
        .update();
  }

  /** Those of leads that nobody has decided on, and where they stand. */
  List<Proposal> undecided(Collection<String> leadIds) {
    return db.sql(
            """
            select * from proposal
            where lead_id in (:leadIds) and state in ('OPENED', 'DRAFTING', 'WAITING')
            order by id for update
            """)
        .param("leadIds", leadIds)
        .query(ProposalRowMapper::read)
        .list();
  }

  /** Withdraws it; the reason stands where a person's would. */
  void end(String id, String why, Instant at) {
    db.sql(
            """
            update proposal set state = 'ENDED', lease_until = null, answer_reason = :why,
              answered_at = :at
            where id = :id
            """)
        .param("why", SafeText.line(why, LONGEST_LINE))
        .param("at", Sql.timestamp(at))
        .param("id", id)
        .update();
  }

  private static String lines(List<String> lines) {
    return String.join(
        "\n", lines.stream().limit(MOST_LINES).map(l -> SafeText.line(l, LONGEST_LINE)).toList());
  }
}
