package dev.baton.handoff.deadline;

import java.util.List;
import java.util.stream.Stream;

/** The rounds of all clocks of a handoff, in the order in which they started. */
record Rounds(List<Deadline> inOrder) {
  /** The same with one that has changed or is new. */
  Rounds with(Deadline changed) {
    return inOrder.stream().anyMatch(each -> each.id() == changed.id())
        ? new Rounds(
            inOrder.stream().map(each -> each.id() == changed.id() ? changed : each).toList())
        : new Rounds(Stream.concat(inOrder.stream(), Stream.of(changed)).toList());
  }
}
