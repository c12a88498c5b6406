package dev.baton.connect.audience;

import dev.baton.connect.connection.ConnectionQueries;
import dev.baton.privacy.AuditTrail;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What marketing does with audiences; each is in the audit. */
@Component
class AudienceCommands {
  private final Audiences audiences;
  private final AudienceMembers members;
  private final ConnectionQueries connections;
  private final AuditTrail audit;
  private final Clock clock;

  AudienceCommands(
      Audiences audiences,
      AudienceMembers members,
      ConnectionQueries connections,
      AuditTrail audit,
      Clock clock) {
    this.audiences = audiences;
    this.members = members;
    this.connections = connections;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void save(Audience audience) {
    audiences.save(audience);
    soon(audience);
    note(audience.name(), "audience changed", audience.changedBy());
  }

  /** Where somebody was told of it, everybody is taken out there first. */
  @Transactional
  public void remove(Audience audience, String by) {
    AudienceMembers.Counts counts = members.counts(audience.name());
    if (audience.connection() == null || counts.size() + counts.leaving() == 0) {
      audiences.remove(audience.name());
    } else {
      audiences.save(
          new Audience(
              audience.name(),
              audience.connection(),
              audience.list(),
              List.of(),
              List.of(),
              by,
              clock.instant(),
              null,
              null));
      soon(audience);
    }
    note(audience.name(), "audience removed", by);
  }

  private void soon(Audience audience) {
    String connection = audience.connection();
    if (connection != null) {
      connections.synchronizeSoon(connection);
    }
  }

  private void note(String name, String what, String by) {
    audit.add(by, what, "audience " + name);
  }
}
