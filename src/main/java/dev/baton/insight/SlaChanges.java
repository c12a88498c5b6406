package dev.baton.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stopped clocks that were added or taken back since the last folding. */
@Component
class SlaChanges implements Changes {
  private final JdbcClient db;

  SlaChanges(JdbcClient db) {
    this.db = db;
  }

  record Change(
      long id,
      int weight,
      String clock,
      String owner,
      String team,
      String source,
      String channel,
      String segment,
      String dueHour,
      Instant startedAt,
      Instant dueAt,
      Instant metAt,
      Instant missedAt,
      Instant endedAt,
      Instant voidedAt,
      Long systemSeconds,
      Long queueSeconds,
      Long businessSeconds,
      Long pausedSeconds,
      Long afterHoursSeconds) {

    private String key(SlaDimension dimension) {
      return switch (dimension) {
        case REP -> owner;
        case TEAM -> team;
        case SOURCE -> source;
        case CLOCK -> clock;
        case HOUR -> dueHour;
        case CHANNEL -> channel;
        case SEGMENT -> segment;
      };
    }

    private void countInto(Pile pile) {
      Instant answered = metAt != null ? metAt : endedAt;
      for (SlaDimension dimension : SlaDimension.values()) {
        Tallies tallies = pile.of(Figure.SLA, dueAt, dimension.column());
        String key = key(dimension);
        tallies.add(key, SlaMeasure.of(clock, verdict()), weight, null);
        if (answered != null) {
          Tally hours = tallies.of(key, SlaMeasure.of(clock, SlaMeasure.ANSWERED));
          hours.add(weight, null);
          hours.add(Duration.between(startedAt, answered).toMillis() / 3_600_000.0, weight);
        }
        if (isLastMinute()) {
          tallies.add(key, SlaMeasure.of(clock, SlaMeasure.LAST_MINUTE), weight, null);
        }
        if (systemSeconds != null && dimension.hasParts()) {
          countParts(pile.of(Figure.PARTS, dueAt, dimension.column()), key);
        }
      }
    }

    private String verdict() {
      if (metAt != null) {
        return SlaMeasure.MET;
      }
      boolean isVoid = missedAt == null && voidedAt != null && !voidedAt.isAfter(dueAt);
      return isVoid ? SlaMeasure.VOID : SlaMeasure.MISSED;
    }

    private boolean isLastMinute() {
      return metAt != null
          && Duration.between(metAt, dueAt)
                  .multipliedBy(10)
                  .compareTo(Duration.between(startedAt, dueAt))
              <= 0;
    }

    private void countParts(Tallies tallies, String key) {
      for (ClockPart part : ClockPart.values()) {
        Tally tally = tallies.of(key, SlaMeasure.of(clock, part.word()));
        tally.add(weight, null);
        tally.add(seconds(part) / 3600.0, weight);
      }
    }

    private long seconds(ClockPart part) {
      return switch (part) {
        case SYSTEM -> systemSeconds;
        case QUEUE -> queueSeconds;
        case BUSINESS -> businessSeconds;
        case PAUSED -> pausedSeconds;
        case AFTER_HOURS -> afterHoursSeconds;
      };
    }
  }

  /** By hand: there are many, and a mapper would look for each column by two names. */
  private static Change read(ResultSet rs, int row) throws SQLException {
    return new Change(
        rs.getLong("id"),
        rs.getInt("weight"),
        rs.getString("clock"),
        rs.getString("owner"),
        rs.getString("team"),
        rs.getString("source"),
        rs.getString("channel"),
        rs.getString("segment"),
        rs.getString("due_hour"),
        instant(rs.getTimestamp("started_at")),
        instant(rs.getTimestamp("due_at")),
        instant(rs.getTimestamp("met_at")),
        instant(rs.getTimestamp("missed_at")),
        instant(rs.getTimestamp("ended_at")),
        instant(rs.getTimestamp("voided_at")),
        seconds(rs, "system_seconds"),
        seconds(rs, "queue_seconds"),
        seconds(rs, "business_seconds"),
        seconds(rs, "paused_seconds"),
        seconds(rs, "after_hours_seconds"));
  }

  private static Instant instant(Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static Long seconds(ResultSet rs, String column) throws SQLException {
    long seconds = rs.getLong(column);
    return rs.wasNull() ? null : Long.valueOf(seconds);
  }

  @Override
  public int pileUp(int most, Pile pile) {
    List<Change> changes =
        db.sql("select * from sla_change order by id fetch first %d rows only".formatted(most))
            .query(SlaChanges::read)
            .list();
    changes.forEach(change -> change.countInto(pile));
    pile.done("sla_change", changes.stream().map(Change::id).toList());
    return changes.size();
  }
}
