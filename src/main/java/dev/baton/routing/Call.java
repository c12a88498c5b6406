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
public record Call(
    String handoffId,
    Wish wish,
    Set<String> except,
    Function<Collection<String>, Map<String, Integer>> openHandoffs) {

  Call in(String team) {
    Wish other = new Wish(wish.rule(), wish.owner(), team, wish.skill());
    return new Call(handoffId, other, except, openHandoffs);
  }
}
