package dev.baton.insight;

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

  @Override
  public int pileUp(int most, Pile pile) {
    List<Change> changes =
        db.sql("select * from sla_change order by id fetch first %d rows only".formatted(most))
            .query(Change.class)
            .list();
    changes.forEach(change -> change.countInto(pile));
    pile.done("sla_change", changes.stream().map(Change::id).toList());
    return changes.size();
  }
}
