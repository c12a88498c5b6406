package dev.baton.alert.delivery;

import dev.baton.alert.message.SafeText;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Channels whose peer refuses our credential: each is told once, until it takes messages again. */
@Component
public class ChannelFailures {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher facts;

  public ChannelFailures(JdbcClient jdbc, ApplicationEventPublisher facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  /** A channel that is refused, and since when. */
  public record ChannelFailure(String channel, String why, Instant since) {}

  /** The peer said no; only the first no of a time is news. */
  public void refused(String channel, String why, Instant now) {
    boolean news =
        jdbc.sql(
                    """
                    update alert_channel set refused_since = :now, refused_why = :why
                    where name = :channel and refused_since is null
                    """)
                .param("now", Sql.timestamp(now))
                .param("why", SafeText.line(why, 300))
                .param("channel", channel)
                .update()
            == 1;
    if (news) {
      facts.publishEvent(new ChannelRefused(channel, why, now));
    }
  }

  /** The peer took something. */
  void accepted(String channel) {
    jdbc.sql(
            """
            update alert_channel set refused_since = null, refused_why = null
            where name = :channel and refused_since is not null
            """)
        .param("channel", channel)
        .update();
  }

  public List<ChannelFailure> all() {
    return jdbc.sql("select * from alert_channel where refused_since is not null order by name")
        .query(
            (row, number) ->
                new ChannelFailure(
                    row.getString("name"),
                    row.getString("refused_why"),
                    Sql.instant(row, "refused_since")))
        .list();
  }
}
