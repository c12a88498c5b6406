package dev.baton.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.agent.rule.Agent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it is looked after: whether it is on, what became of its proposals, what it cost.
 *
 * @param changedBy null while nobody has switched it
 * @param may what the table {@code agent-permission} lets it do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentView(
    Agent name,
    String title,
    boolean on,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    @Nullable Instant lastRunAt,
    @JsonUnwrapped Counts counts,
    BigDecimal cost,
    List<String> may) {

  /** How many of its proposals stand where; those that ended were withdrawn. */
  public record Counts(long waiting, long approved, long edited, long rejected, long ended) {}
}
