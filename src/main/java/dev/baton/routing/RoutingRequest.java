package dev.baton.routing;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A lead that needs an owner.
 *
 * @param except who must not get it, such as who let it lie
 * @param openHandoffs tells how many open handoffs each of these reps has; only asked where a cap
 *     depends on it
 */
public record RoutingRequest(
    String handoffId,
    RoutingPreference wish,
    Set<String> except,
    Function<Collection<String>, Map<String, Integer>> openHandoffs) {

  RoutingRequest in(String team) {
    RoutingPreference other = new RoutingPreference(wish.rule(), wish.owner(), team, wish.skill());
    return new RoutingRequest(handoffId, other, except, openHandoffs);
  }
}
