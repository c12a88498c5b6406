package dev.baton.alert;

import dev.baton.alert.message.Channels;
import dev.baton.alert.message.Messenger;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the channels do: what waits, what was sent last, and what failed within 30 days. */
@Component
public class ChannelStates {
  private static final Duration LATELY = Duration.ofDays(30);

  private final JdbcClient db;
  private final Channels channels;
  private final Clock clock;

  ChannelStates(JdbcClient db, Channels channels, Clock clock) {
    this.db = db;
    this.channels = channels;
    this.clock = clock;
  }

  /** All channels that there are, set up or not. */
  public List<ChannelState> all() {
    Instant since = clock.instant().minus(LATELY);
    return channels.messengers().stream().map(messenger -> state(messenger, since)).toList();
  }

  private ChannelState state(Messenger messenger, Instant since) {
    return db.sql(
            """
            select
              (select count(*) from notice n where n.channel = :channel and n.state = 'pending')
                as waiting,
              (select min(n.recorded_at) from notice n
                where n.channel = :channel and n.state = 'pending') as waiting_since,
              (select max(n.sent_at) from notice n
                where n.channel = :channel and n.state = 'sent' and n.recorded_at > :since)
                as sent_at,
              (select max(c.held_until) from alert_channel c where c.name = :channel) as held_until,
              f.error, f.recorded_at as error_at
            from (select max(n.id) as id from notice n
              where n.channel = :channel and n.state in ('pending', 'failed')
                and n.error is not null and n.recorded_at > :since) latest
            left join notice f on f.id = latest.id
            """)
        .param("channel", messenger.channel())
        .param("since", Sql.timestamp(since))
        .query((rs, row) -> read(messenger, rs))
        .single();
  }

  private static ChannelState read(Messenger messenger, ResultSet rs) throws SQLException {
    return new ChannelState(
        messenger.channel(),
        messenger.name(),
        messenger.missing().orElse(null),
        rs.getInt("waiting"),
        Sql.instantOrNull(rs, "waiting_since"),
        Sql.instantOrNull(rs, "sent_at"),
        Sql.instantOrNull(rs, "held_until"),
        rs.getString("error"),
        Sql.instantOrNull(rs, "error_at"));
  }
}
