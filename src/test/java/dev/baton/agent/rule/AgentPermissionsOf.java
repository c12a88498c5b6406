package dev.baton.agent.rule;

import dev.baton.engine.FileDecisions;

/** Permissions of agents by the table that ships, without an engine. */
public final class AgentPermissionsOf {
  private AgentPermissionsOf() {}

  public static AgentPermissions shipped() {
    return new AgentPermissions(FileDecisions.shipped());
  }
}
