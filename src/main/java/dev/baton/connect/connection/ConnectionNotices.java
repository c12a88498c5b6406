package dev.baton.connect.connection;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices to administrators of a connection that stays ill: once, and once when it is well again.
 */
@Component
class ConnectionNotices {
  private static final Duration STAYS_ILL = Duration.ofMinutes(15);

  private final ConnectionHealths healths;
  private final Outbox outbox;
  private final People people;
  private final Clock clock;

  ConnectionNotices(ConnectionHealths healths, Outbox outbox, People people, Clock clock) {
    this.healths = healths;
    this.outbox = outbox;
    this.people = people;
    this.clock = clock;
  }

  /** A call failed once more. */
  @Transactional
  public void failed(String name, String why) {
    Instant now = clock.instant();
    if (healths.takeIllness(name, now.minus(STAYS_ILL), now)) {
      tell(
          name,
          now,
          "Connection %s takes nothing".formatted(name),
          List.of(why, "What happens is kept, and sent once it works again."));
    }
  }

  /** A call went well. */
  @Transactional
  public void worked(String name) {
    if (healths.takeRecovery(name)) {
      tell(
          name,
          clock.instant(),
          "Connection %s works again".formatted(name),
          List.of("What waited is being sent."));
    }
  }

  private void tell(String name, Instant at, String subject, List<String> lines) {
    people.withRole(Role.ADMIN).stream()
        .filter(Person::active)
        .forEach(
            person ->
                outbox.tell(
                    new Notice(
                        "connection:%s:%d:%s".formatted(name, at.toEpochMilli(), person.id()),
                        NoticeKind.CONNECTION,
                        null,
                        null,
                        person.id(),
                        subject,
                        LeadBriefing.digest(subject, lines))));
  }
}
