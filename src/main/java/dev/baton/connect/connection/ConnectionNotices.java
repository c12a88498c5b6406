package dev.baton.connect.connection;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.People;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
          Text.of("connection_ill", Map.of("connection", name)),
          List.of(Text.literal(why), Text.of("connection_ill_kept")));
    }
  }

  /** A call went well. */
  @Transactional
  public void worked(String name) {
    if (healths.takeRecovery(name)) {
      tell(
          name,
          clock.instant(),
          Text.of("connection_well", Map.of("connection", name)),
          List.of(Text.of("connection_well_sent")));
    }
  }

  private void tell(String name, Instant at, Text subject, List<Text> lines) {
    people
        .active(Role.ADMIN)
        .forEach(
            person ->
                outbox.tell(
                    Notice.note(
                        "connection:%s:%d:%s".formatted(name, at.toEpochMilli(), person.id()),
                        NoticeKind.CONNECTION,
                        person.id(),
                        NoticeContent.of(subject, "/", lines))));
  }
}
