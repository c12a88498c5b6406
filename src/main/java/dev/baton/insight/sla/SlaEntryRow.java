package dev.baton.insight.sla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Row behind a figure of the SLA: a deadline with its verdict as of now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SlaEntryRow(
    String handoffId,
    String leadId,
    @Nullable String email,
    String clock,
    @Nullable String owner,
    @Nullable String team,
    @JsonUnwrapped DeadlineInstants instants,
    String verdict) {

  /** When it began, was due and stopped. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeadlineInstants(
      Instant startedAt,
      Instant dueAt,
      @Nullable Instant metAt,
      @Nullable Instant missedAt,
      @Nullable Instant endedAt,
      @Nullable Instant voidedAt) {}
}
