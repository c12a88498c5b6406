package dev.baton.know.attribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of goals with what has a part in them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditedGoalPage(List<Item> items, @Nullable Integer next) {

  /**
   * A goal.
   *
   * @param credits sum to exactly 1; empty where no signal before it could have a part
   */
  public record Item(String handoffId, String leadId, Instant at, List<Credit> credits) {}

  /** A signal's part of a goal, with six decimals. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Credit(@JsonUnwrapped Touchpoint touch, BigDecimal credit) {}
}
