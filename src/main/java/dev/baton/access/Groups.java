package dev.baton.access;

import dev.baton.engine.EngineUsers;
import dev.baton.engine.Rights;
import dev.baton.people.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sees at each start that the groups exist and have their rights. */
@Component
@Order(-10)
class Groups implements ApplicationRunner {
  private final EngineUsers users;
  private final Rights rights;

  Groups(EngineUsers users, Rights rights) {
    this.users = users;
    this.rights = rights;
  }

  @Override
  public void run(ApplicationArguments args) {
    for (Role role : Role.values()) {
      users.createRole(role.group(), role.group());
    }
    users.createTeam("default", "Everybody in sales");
    rights.grant();
  }
}
