package dev.baton.mailbox;

import dev.baton.alert.delivery.LeasedTable;
import dev.baton.alert.delivery.RowLeases;
import dev.baton.alert.message.SafeText;
import dev.baton.mailbox.imap.ImapSettings;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the mailbox was read; one node at a time has it. */
@Component
public class Mailbox {
  private static final Duration WAIT_AFTER_FAILURE = Duration.ofSeconds(30);
  private static final LeasedTable<MailboxLease> TABLE =
      new LeasedTable<>(
          "mailbox",
          "name",
          "name, folder_validity as validity, last_uid",
          "name = :name",
          "next_attempt_at",
          RecordRows.of(MailboxLease.class));

  private final JdbcClient db;
  private final ImapSettings settings;
  private final RowLeases<MailboxLease> leases;
  private final Clock clock;

  Mailbox(JdbcClient db, ImapSettings settings, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.leases = new RowLeases<>(db, TABLE);
    this.clock = clock;
  }

  /** A mailbox, or a folder, that was never read is read from its first mail on. */
  void begin() {
    db.sql(
            """
            insert into mailbox (name, last_uid, waiting, unreadable, attempts, next_attempt_at)
            values (:name, 0, 0, 0, 0, :now)
            on conflict do nothing
            """)
        .param("name", settings.place())
        .param("now", Sql.timestamp(clock.instant()))
        .update();
  }

  boolean isDue() {
    return leases.isDue(clock.instant(), about());
  }

  @Transactional
  Optional<MailboxLease> claim() {
    return leases.claim(clock.instant(), about());
  }

  private Map<String, ?> about() {
    return Map.of("name", settings.place());
  }

  /** All up to this mail are read; false when another node has the mailbox now. */
  boolean advance(MailboxLease lease, long validity, long uid, boolean readable) {
    return db.sql(
                """
                update mailbox set folder_validity = :validity, last_uid = :uid,
                  unreadable = unreadable + :unreadable
                where name = :name and attempts = :attempts and lease_until is not null
                """)
            .param("validity", validity)
            .param("uid", uid)
            .param("unreadable", readable ? 0 : 1)
            .param("name", lease.name())
            .param("attempts", lease.attempts())
            .update()
        == 1;
  }

  /** Gives it back until the next look, which is now where something is left to read. */
  @Transactional
  void finished(MailboxLease lease, int waiting) {
    Instant now = clock.instant();
    leases.end(
        lease,
        """
        read_at = :now, waiting = :waiting, failing_since = null, next_attempt_at = :next""",
        Map.of(
            "now", Sql.timestamp(now),
            "waiting", waiting,
            "next", Sql.timestamp(waiting > 0 ? now : now.plus(settings.every()))),
        null);
  }

  /** It couldn't be read, or not to the end. */
  @Transactional
  void failed(MailboxLease lease, String why) {
    Instant now = clock.instant();
    db.sql(
            """
            update mailbox set failing_since = :now where name = :name and failing_since is null
            """)
        .param("now", Sql.timestamp(now))
        .param("name", lease.name())
        .update();
    leases.again(lease, SafeText.line(why, 1000), now.plus(WAIT_AFTER_FAILURE));
  }

  /** From one look to the next. */
  Duration pause() {
    return settings.every();
  }

  public MailboxState state() {
    if (!settings.isOn()) {
      return MailboxState.OFF;
    }
    return db.sql(
            """
            select m.*, m.name as place, true as "on" from mailbox m where m.name = :name
            """)
        .param("name", settings.place())
        .query(RecordRows.of(MailboxState.class))
        .single();
  }
}
