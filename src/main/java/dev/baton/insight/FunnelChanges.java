package dev.baton.insight;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the funnel that were added or taken back since the last folding. */
@Component
class FunnelChanges implements Changes {
  /** Types that a lead had shown by its MQL; one entry counts under each of them. */
  static final String SIGNAL = "signal";

  private final JdbcClient db;

  FunnelChanges(JdbcClient db) {
    this.db = db;
  }

  record Change(
      long id,
      int weight,
      String stage,
      Instant cohortAt,
      Instant enteredAt,
      String source,
      String campaign,
      String segment,
      String band,
      String owner,
      String channel,
      String model,
      BigDecimal amount,
      String currency,
      boolean open,
      String question,
      String reason,
      String signals,
      boolean byRule) {

    private String key(Dimension dimension) {
      return switch (dimension) {
        case SOURCE -> source;
        case CAMPAIGN -> campaign;
        case SEGMENT -> segment;
        case BAND -> band;
        case OWNER -> owner;
        case CHANNEL -> channel;
        case DEFINITION -> model;
      };
    }

    private void countInto(Pile pile) {
      for (Dimension dimension : Dimension.values()) {
        String key = key(dimension);
        count(pile, Figure.COHORT, cohortAt, dimension.column(), key);
        count(pile, Figure.PERIOD, enteredAt, dimension.column(), key);
        if (question != null && reason != null) {
          pile.of(Figure.NO, enteredAt, dimension.column())
              .add(key, NoMeasure.of(question, reason), weight, null);
        }
      }
      if (signals != null) {
        Arrays.stream(signals.split(","))
            .forEach(
                type -> pile.of(Figure.COHORT, cohortAt, SIGNAL).add(type, stage, weight, null));
      }
    }

    private void count(Pile pile, Figure figure, Instant at, String dimension, String key) {
      Tallies tallies = pile.of(figure, at, dimension);
      tallies.add(key, stage, weight, null);
      if (byRule) {
        tallies.add(key, FunnelMeasure.byRule(stage), weight, null);
      }
      if (stage.equals("SQL")) {
        tallies.of(key, stage).add(hoursSinceMql(), weight);
      }
      String deal = FunnelMeasure.deal(stage, currency, open);
      if (deal != null) {
        tallies.add(key, deal, weight, amount.multiply(BigDecimal.valueOf(weight)));
      }
    }

    private double hoursSinceMql() {
      return Duration.between(cohortAt, enteredAt).toMillis() / 3_600_000.0;
    }
  }

  /** By hand: there are many, and a mapper would look for each column by two names. */
  private static Change read(ResultSet rs, int row) throws SQLException {
    return new Change(
        rs.getLong("id"),
        rs.getInt("weight"),
        rs.getString("stage"),
        rs.getTimestamp("cohort_at").toInstant(),
        rs.getTimestamp("entered_at").toInstant(),
        rs.getString("source"),
        rs.getString("campaign"),
        rs.getString("segment"),
        rs.getString("band"),
        rs.getString("owner"),
        rs.getString("channel"),
        rs.getString("model"),
        rs.getBigDecimal("amount"),
        rs.getString("currency"),
        rs.getTimestamp("closed_at") == null,
        rs.getString("question"),
        rs.getString("reason"),
        rs.getString("signals"),
        rs.getBoolean("by_rule"));
  }

  @Override
  public int pileUp(int most, Pile pile) {
    List<Change> changes =
        db.sql("select * from funnel_change order by id fetch first %d rows only".formatted(most))
            .query(FunnelChanges::read)
            .list();
    changes.forEach(change -> change.countInto(pile));
    pile.done("funnel_change", changes.stream().map(Change::id).toList());
    return changes.size();
  }
}
