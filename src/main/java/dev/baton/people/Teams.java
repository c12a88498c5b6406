package dev.baton.people;

import dev.baton.sql.RecordRows;
import dev.baton.sql.TransactionRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of teams, in the table {@code team}; among them the fallback queue. */
@Component
public class Teams {
  private final JdbcClient db;
  private final String fallbackQueue;
  private final TransactionRows<Known> read = new TransactionRows<>(Known.class);

  public Teams(JdbcClient db, QueueSettings settings) {
    this.db = db;
    this.fallbackQueue = settings.fallbackQueue();
  }

  /** What there is of a team, or that there is none. */
  private record Known(Optional<Team> team) {}

  /** The queue that managers empty and no rep sees. */
  public String fallbackQueue() {
    return fallbackQueue;
  }

  public boolean isFallbackQueue(@Nullable String team) {
    return fallbackQueue.equals(team);
  }

  public Optional<Team> find(String id) {
    return all(List.of(id)).stream().findFirst();
  }

  /** As far as there are any. */
  private List<Team> all(Collection<String> ids) {
    Map<String, Known> known = new HashMap<>();
    ids.forEach(id -> read.kept(id).ifPresent(row -> known.put(id, row)));
    Set<String> unread =
        ids.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
    if (!unread.isEmpty()) {
      unread.forEach(id -> known.put(id, new Known(Optional.empty())));
      select(unread).forEach(team -> known.put(team.id(), new Known(Optional.of(team))));
      known.forEach(read::keep);
    }
    return known.values().stream().flatMap(row -> row.team().stream()).toList();
  }

  private List<Team> select(Collection<String> ids) {
    return db.sql("select id, name, calendar, pool, slack_channel from team where id in (:ids)")
        .param("ids", ids)
        .query(RecordRows.of(Team.class))
        .list();
  }

  /** Whether the people of this team claim its leads. */
  public boolean isPool(String team) {
    return find(team).filter(Team::pool).isPresent();
  }

  public List<Team> all() {
    return db.sql("select id, name, calendar, pool, slack_channel from team order by id")
        .query(RecordRows.of(Team.class))
        .list();
  }

  /** The calendar of each of these teams that has one. */
  Map<String, String> calendars(Collection<String> ids) {
    Map<String, String> calendars = new HashMap<>();
    all(ids)
        .forEach(
            team ->
                Optional.ofNullable(team.calendar())
                    .ifPresent(calendar -> calendars.put(team.id(), calendar)));
    return calendars;
  }

  /** Adds a team or replaces what is known of one. */
  public void save(Team team) {
    read.forget(team.id());
    db.sql(
            """
            merge into team t using (select cast(:id as varchar(64)) as id) given
            on (t.id = given.id)
            when matched then update set name = :name, calendar = :calendar,
              pool = :pool, slack_channel = :slackChannel
            when not matched then insert (id, name, calendar, pool, slack_channel)
              values (:id, :name, :calendar, :pool, :slackChannel)
            """)
        .param("id", team.id())
        .param("name", team.name())
        .param("calendar", team.calendar())
        .param("pool", team.pool())
        .param("slackChannel", team.slackChannel())
        .update();
  }

  /** Makes the team known unless it is. */
  void open(String id, String name) {
    read.forget(id);
    db.sql("insert into team (id, name) values (:id, :name) on conflict do nothing")
        .param("id", id)
        .param("name", name)
        .update();
  }
}
