package dev.baton.access;

import dev.baton.engine.EnginePermissions;
import dev.baton.engine.EngineUsers;
import dev.baton.people.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Set-up of the groups and their rights at each start. */
@Component
@Order(-10)
class GroupSetUp implements ApplicationRunner {
  private final EngineUsers users;
  private final EnginePermissions permissions;

  GroupSetUp(EngineUsers users, EnginePermissions permissions) {
    this.users = users;
    this.permissions = permissions;
  }

  @Override
  public void run(ApplicationArguments args) {
    for (Role role : Role.values()) {
      users.createRole(role.group(), role.group());
      role.engine().forEach(access -> permissions.grant(role.group(), access));
    }
    users.createTeam("default", "Everybody in sales");
  }
}
