package dev.baton.connect.conversion;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lead that an ad platform learns from.
 *
 * @param id the same for ever
 * @param goal {@code mql}, {@code sal}, {@code sql} or {@code won}
 * @param value of the deal, where it is won
 * @param email of the lead, or null
 * @param clickIds by {@link ClickIds#NAMES}
 */
public record Conversion(
    String id,
    String goal,
    Instant at,
    @Nullable BigDecimal value,
    @Nullable String currency,
    @Nullable String email,
    Map<String, String> clickIds) {

  /** The same with what one is worth where no deal says so. */
  public Conversion worth(@Nullable BigDecimal usual, @Nullable String in) {
    return value == null ? new Conversion(id, goal, at, usual, in, email, clickIds) : this;
  }

  /** Whether a platform could find whose it is. */
  public boolean isTraceable() {
    return email != null || !clickIds.isEmpty();
  }

  /** Keeps the address out of logs. */
  @Override
  public String toString() {
    return "Conversion[%s %s]".formatted(goal, id);
  }
}
