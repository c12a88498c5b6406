package dev.baton.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A lead that needs an owner.
 *
 * @param except who must not get it, such as who let it lie
 * @param declined who has said of it that it isn't theirs, and doesn't get it either
 * @param openHandoffs tells how many open handoffs each of these reps has; only asked where a cap
 *     depends on it
 */
public record RoutingRequest(
    String handoffId,
    RoutingPreference preference,
    Set<String> except,
    Set<String> declined,
    Function<Collection<String>, Map<String, Integer>> openHandoffs) {
  private static final String RULE = "rule";

  RoutingRequest in(String team) {
    RoutingPreference other =
        new RoutingPreference(preference.rule(), preference.owner(), team, preference.skill());
    return new RoutingRequest(handoffId, other, except, declined, openHandoffs);
  }

  /** What the ledger says of it. */
  LedgerEntry entry(
      @Nullable String owner, @Nullable Long turn, @Nullable ChoiceInput considered, Instant at) {
    return new LedgerEntry(
        handoffId,
        at,
        owner,
        preference.team(),
        preference.rule(),
        RULE,
        turn,
        preference.skill(),
        considered);
  }
}
