package dev.baton.alert.message;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Teams;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Addresses that refused a message for good, in the table {@code dead_address}. Each is tried again
 * after a week; another address of the same person is not dead.
 */
@Component
public class DeadAddresses {
  private static final Duration BELIEVED = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final People people;
  private final Teams teams;
  private final Channels channels;
  private final Clock clock;

  public DeadAddresses(
      JdbcClient jdbc, People people, Teams teams, Channels channels, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.teams = teams;
    this.channels = channels;
    this.clock = clock;
  }

  /** All that are believed dead, the latest first. */
  public List<DeadAddress> all() {
    return jdbc
        .sql(
            """
            select person, channel, address, reason as why, since from dead_address
            where since > :believed order by since desc, person, channel
            """)
        .param("believed", Sql.timestamp(believed()))
        .query(RecordRows.of(DeadAddress.class))
        .list()
        .stream()
        .filter(this::isTheirs)
        .toList();
  }

  /** Those of one person. */
  public List<DeadAddress> of(Person person) {
    return all().stream().filter(dead -> dead.person().equals(person.id())).toList();
  }

  private boolean isTheirs(DeadAddress dead) {
    return addressee(dead.person())
        .flatMap(to -> channels.address(to, dead.channel()))
        .filter(dead.address()::equals)
        .isPresent();
  }

  /** Whoever has this id, active or not, and an address over this channel. */
  public Optional<DeliveryTarget> addressee(String id, String channel) {
    return addressee(id).filter(to -> channels.address(to, channel).isPresent());
  }

  private Optional<DeliveryTarget> addressee(String id) {
    Optional<String> team = DeliveryTarget.teamOf(id);
    return team.isPresent()
        ? team.flatMap(teams::find).map(DeliveryTarget::of)
        : people.find(id).map(DeliveryTarget::of);
  }

  /** Whether, and why, messages of this channel don't reach somebody. */
  public Optional<DeadAddress> find(DeliveryTarget to, String channel) {
    return jdbc.sql(
            """
            select person, channel, address, reason as why, since from dead_address
            where person = :person and channel = :channel and address = :address
              and since > :believed
            """)
        .param("person", to.id())
        .param("channel", channel)
        .param("address", channels.address(to, channel).orElse(null))
        .param("believed", Sql.timestamp(believed()))
        .query(RecordRows.of(DeadAddress.class))
        .optional();
  }

  public void add(DeliveryTarget to, String channel, String why) {
    jdbc.sql(
            """
            merge into dead_address d using (
              select cast(:person as varchar(64)) as person, cast(:channel as varchar(20)) as channel
            ) given
            on (d.person = given.person and d.channel = given.channel)
            when matched then update set address = :address, reason = :why, since = :now
            when not matched then insert (person, channel, address, reason, since)
              values (:person, :channel, :address, :why, :now)
            """)
        .param("person", to.id())
        .param("channel", channel)
        .param("address", channels.address(to, channel).orElse(null))
        .param("why", SafeText.line(why, 1000))
        .param("now", Sql.timestamp(clock.instant()))
        .update();
  }

  /** It works again; false when it was not known as dead. */
  public boolean revive(String person, String channel) {
    return jdbc.sql("delete from dead_address where person = :person and channel = :channel")
            .param("person", person)
            .param("channel", channel)
            .update()
        == 1;
  }

  private Instant believed() {
    return clock.instant().minus(BELIEVED);
  }
}
