package dev.baton.insight.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Row behind a figure of the funnel: somebody at a stage; on rows of LEAD there is no handoff.
 *
 * @param at when the stage was entered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FunnelEntryRow(
    @Nullable String handoffId,
    String leadId,
    @Nullable String email,
    String stage,
    @Nullable Instant mqlAt,
    Instant at,
    @JsonUnwrapped EntryDimensions dimensions,
    @JsonUnwrapped EntryDeal deal,
    @JsonUnwrapped EntryRejection rejection) {

  /** What a report can be cut by, as it was frozen at the stage. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntryDimensions(
      @Nullable String source,
      @Nullable String campaign,
      @Nullable String segment,
      @Nullable String band,
      @Nullable String owner,
      @Nullable String channel,
      @Nullable String definition,
      @Nullable String models) {}

  /** What the deal is worth, from OPPORTUNITY on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntryDeal(@Nullable BigDecimal amount, @Nullable String currency) {}

  /** Which question was answered with a rejection, and why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EntryRejection(@Nullable String question, @Nullable String reason) {}
}
