package dev.baton.handoff.record;

import org.jspecify.annotations.Nullable;

/** Who has it; both empty until somebody is found. */
public record Ownership(@Nullable String owner, @Nullable String team) {
  public static final Ownership NONE = new Ownership(null, null);
}
