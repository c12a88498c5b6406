package dev.baton.agent.proposal;

import dev.baton.alert.delivery.LeasedRow;

/** Draft that one worker writes for a while. */
public record Drafting(String id, int attempts) implements LeasedRow {
  @Override
  public Object leased() {
    return id;
  }
}
