package dev.baton.handoff.answer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal.
 *
 * @param currency ISO 4217 code
 * @param closeDate when it is expected to close, or null
 */
public record Deal(
    BigDecimal amount,
    String currency,
    String dealStage,
    String nextStep,
    @Nullable LocalDate closeDate) {}
