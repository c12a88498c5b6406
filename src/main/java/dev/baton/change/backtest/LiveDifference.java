package dev.baton.change.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a person who did something lately first differs from the record.
 *
 * @param kind {@code earlier}, {@code later}, {@code gained}, {@code lost}, {@code unexplained};
 *     null where nothing differs
 */
public record LiveDifference(String leadId, @Nullable String kind, @Nullable Instant at) {
  static LiveDifference of(PersonResult result) {
    String leadId = result.person().lead().id();
    return result.differences().stream()
        .min(Comparator.comparing(FirstDifference::at))
        .map(
            first ->
                new LiveDifference(
                    leadId, first.kind().name().toLowerCase(Locale.ROOT), first.at()))
        .orElseGet(() -> new LiveDifference(leadId, null, null));
  }
}
