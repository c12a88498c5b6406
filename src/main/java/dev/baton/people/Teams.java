package dev.baton.people;

import dev.baton.sql.RecordRows;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of teams, in the table {@code team}; among them the fallback queue. */
@Component
public class Teams {
  private final JdbcClient db;
  private final String fallbackQueue;

  public Teams(JdbcClient db, QueueSettings settings) {
    this.db = db;
    this.fallbackQueue = settings.fallbackQueue();
  }

  /** The queue that managers empty and no rep sees. */
  public String fallbackQueue() {
    return fallbackQueue;
  }

  public boolean isFallbackQueue(@Nullable String team) {
    return fallbackQueue.equals(team);
  }

  public Optional<Team> find(String id) {
    return db.sql("select id, name, calendar, pool, slack_channel from team where id = :id")
        .param("id", id)
        .query(RecordRows.of(Team.class))
        .optional();
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
    if (ids.isEmpty()) {
      return Map.of();
    }
    return db
        .sql("select id, calendar from team where id in (:ids) and calendar is not null")
        .param("ids", ids)
        .query((row, number) -> Map.entry(row.getString("id"), row.getString("calendar")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Adds a team or replaces what is known of one. */
  public void save(Team team) {
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
    db.sql("insert into team (id, name) values (:id, :name) on conflict do nothing")
        .param("id", id)
        .param("name", name)
        .update();
  }
}
