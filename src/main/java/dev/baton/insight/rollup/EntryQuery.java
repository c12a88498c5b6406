package dev.baton.insight.rollup;

import dev.baton.sql.Sql;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Query for the entries of a slice, each with the measures in which it counts. */
@Component
public class EntryQuery {
  private final JdbcClient db;

  EntryQuery(JdbcClient db) {
    this.db = db;
  }

  /** All that count in one of the measures. */
  StatementSpec all(Slice slice, MeasureColumns columns) {
    String which =
        columns.measures().stream().map(Measure::when).collect(Collectors.joining(") or ("));
    return db.sql(
            "select %1$s as row_key, %2$s from %3$s where %4$s >= :from and %4$s < :to and ((%5$s))"
                .formatted(
                    slice.by().column(),
                    columns.select("1"),
                    slice.figure().facts().entries(),
                    slice.figure().instant(),
                    which))
        .param("now", Sql.timestamp(slice.now()))
        .param("from", slice.range().start())
        .param("to", slice.range().end());
  }

  /**
   * The rest, that no whole day of the roll-up holds: both edges, what is open, and what has
   * changed since, with its weight.
   *
   * @param question SQL over it
   */
  StatementSpec rest(Slice slice, MeasureColumns columns, String question) {
    FactTable facts = slice.figure().facts();
    String at = slice.figure().instant();
    String rows =
        "select %%s as weight, %s as row_key, %s as at, %%s from %%s where "
            .formatted(slice.by().column(), at);
    String entries = rows.formatted("1", columns.select("1"), facts.entries());
    String changes = rows.formatted("weight", columns.select("weight"), facts.changes());
    String whole = "%1$s >= :wholeFrom and %1$s < :wholeTo".formatted(at);
    List<String> parts =
        List.of(
            entries + "%s and %s >= :from and %2$s < :first".formatted(facts.indexed(), at),
            entries + "%s and %s >= :after and %2$s < :to".formatted(facts.indexed(), at),
            entries + "%s and %s".formatted(facts.unsettled(), whole),
            changes + whole);
    WholeDays days = WholeDays.of(slice.range());
    return db.sql(question.formatted("(" + String.join(" union all ", parts) + ") e"))
        .param("now", Sql.timestamp(slice.now()))
        .param("from", days.before().start())
        .param("first", days.before().end())
        .param("wholeFrom", days.whole().start())
        .param("wholeTo", days.whole().end())
        .param("after", days.behind().start())
        .param("to", days.behind().end());
  }
}
