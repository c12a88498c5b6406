package dev.baton.insight.rollup.job;

import dev.baton.insight.rollup.Aggregates;
import dev.baton.insight.rollup.Figure;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.rollup.KeyColumn;
import dev.baton.insight.rollup.Measure;
import dev.baton.insight.rollup.MeasureColumns;
import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes that wait to be folded into the roll-up, counted by all figures of their table. */
@Component
public class RollUpChanges {
  private final JdbcClient db;

  RollUpChanges(JdbcClient db) {
    this.db = db;
  }

  /**
   * Counts the oldest changes.
   *
   * @return how many
   */
  int collect(List<Figure> figures, int most, RollUpBatch batch) {
    String changes = figures.get(0).facts().changes();
    List<Measure> measures =
        figures.stream().flatMap(figure -> figure.measures().stream()).distinct().toList();
    MeasureColumns columns = new MeasureColumns(measures, true);
    List<Long> ids =
        db.sql(
                "select c.*, %s from %s c order by id fetch first %d rows only"
                    .formatted(columns.select("weight"), changes, most))
            // What has stopped is judged for good, so whatever is due has been.
            .param("now", InstantRange.EVERYTHING.end())
            .query(
                (row, number) -> {
                  List<MeasureColumns.Value> values = columns.read(row);
                  for (Figure figure : figures) {
                    count(figure, values, row, batch);
                  }
                  return row.getLong("id");
                })
            .list();
    batch.done(changes, ids);
    return ids.size();
  }

  private static void count(
      Figure figure, List<MeasureColumns.Value> values, ResultSet row, RollUpBatch batch)
      throws SQLException {
    List<MeasureColumns.Value> of =
        values.stream().filter(value -> figure.measures().contains(value.measure())).toList();
    if (of.isEmpty()) {
      return;
    }
    int weight = row.getInt("weight");
    Instant at = Sql.instant(row, figure.instant());
    for (KeyColumn by : figure.keys()) {
      for (String key : by.keys(row.getString(by.column()))) {
        Aggregates cells = batch.of(figure.name(), at, by.dimension());
        for (MeasureColumns.Value value : of) {
          value.countIn(cells, key, weight);
          value.addHours(cells, key, weight);
        }
      }
    }
  }
}
