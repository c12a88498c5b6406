package dev.baton.change.shadow;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal has said of live leads, beside what was in force (rule R22); leads by id.
 *
 * @param on whether it goes on judging
 * @param until up to when leads were judged
 * @param leads persons who did something since
 * @param agreement part of them for whom both say the same; null without any
 * @param others who differs in another way
 * @param failure why it ended by itself, as a sentence, or null
 */
public record ShadowReport(
    boolean on,
    Instant since,
    Instant until,
    long leads,
    @Nullable BigDecimal agreement,
    List<ShadowLead> gained,
    List<ShadowLead> lost,
    Others others,
    @Nullable String failure) {

  /** A lead that would have become an MQL, or would not. */
  public record ShadowLead(String leadId, Instant at) {}

  /** How many would have become one earlier or later; unexplained: the replay isn't the record. */
  public record Others(long earlier, long later, long unexplained) {}
}
