package dev.baton.agent.proposal;

import dev.baton.agent.model.PolishedText;
import dev.baton.agent.rule.Agent;
import dev.baton.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code proposal} as proposals. */
final class ProposalRowMapper {
  private ProposalRowMapper() {}

  private static List<String> lines(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
  }

  static Proposal read(ResultSet rs, int row) throws SQLException {
    return new Proposal(
        rs.getString("id"),
        Agent.of(rs.getString("agent")).orElseThrow(),
        new Subject(rs.getString("lead_id"), rs.getString("handoff_id"), rs.getString("occasion")),
        new Approver(rs.getString("owner"), rs.getString("team")),
        ProposalState.valueOf(rs.getString("state")),
        new Proposal.Times(Sql.instant(rs, "created_at"), Sql.instant(rs, "due_at")),
        text(rs),
        answer(rs),
        Sql.instantOrNull(rs, "published_at"));
  }

  private static @Nullable ProposalText text(ResultSet rs) throws SQLException {
    String text = rs.getString("proposed");
    if (text == null) {
      return null;
    }
    PolishedText polished =
        new PolishedText(
            text,
            Objects.requireNonNullElse(rs.getString("written_by"), PolishedText.RULE),
            rs.getString("prompt_version"),
            Objects.requireNonNullElse(rs.getBigDecimal("cost"), BigDecimal.ZERO),
            rs.getString("note"));
    return new ProposalText(
        polished, lines(rs.getString("reasons")), lines(rs.getString("sources")));
  }

  private static @Nullable ProposalAnswer answer(ResultSet rs) throws SQLException {
    Instant at = Sql.instantOrNull(rs, "answered_at");
    return at == null
        ? null
        : new ProposalAnswer(
            rs.getString("final_text"),
            rs.getString("answer_reason"),
            rs.getString("answered_by"),
            at);
  }
}
