package dev.baton.change.backtest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.change.backtest.rate.BandRate;
import dev.baton.change.backtest.rate.MqlShare;
import java.time.Instant;
import java.util.List;

/**
 * What proposed tables would have done with the leads of a range, beside what was recorded (rule
 * R22); leads by id, names are the reader's to see.
 *
 * @param leads persons who became a lead in the range; {@code now} and {@code then} count those of
 *     them that are MQLs (rule R23)
 * @param handoffs recorded MQLs of the range that were compared with the replay of what was in
 *     force
 * @param disagreements where that replay and the record differ
 */
public record BackTestReport(
    Instant from,
    Instant to,
    long leads,
    long handoffs,
    List<ReplayDisagreement> disagreements,
    MqlShare now,
    MqlShare then,
    @JsonUnwrapped LeadComparison compared,
    List<BandRate> byBand) {}
