package dev.baton.insight.rollup;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.input.ListPage;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drill-down: the rows behind a figure, the latest first. Who oversees sees as many as the figure
 * says; a rep sees those of leads that are theirs or their team's.
 */
@Component
public class DrillDown {
  public static final int PAGE = 50;

  /** The visible part, by who has the lead now. */
  private static final String VISIBLE =
      """
      exists (select 1 from handoff h where h.lead_id = e.lead_id
        and %s
        and h.cycle = (select max(x.cycle) from handoff x where x.lead_id = h.lead_id))
      """
          .formatted(HandoffPermissions.VISIBLE);

  private final JdbcClient db;
  private final People people;

  DrillDown(JdbcClient db, People people) {
    this.db = db;
    this.people = people;
  }

  /**
   * One page of rows.
   *
   * @param figure how many there are for who sees all, which is quicker than to count them again
   */
  public <T> DrillDownPage<T> page(
      EntryRows<T> rows, RowFilter filter, FigureViewer viewer, LongSupplier figure) {
    Map<String, Object> values = new HashMap<>(rows.values());
    String from =
        " from %s e where %s"
            .formatted(rows.table(), String.join(" and ", where(rows, filter, viewer, values)));
    List<T> found =
        db.sql(
                "select %s%s order by e.%s desc, e.%s offset :offset rows fetch next :limit rows only"
                    .formatted(rows.columns(), from, rows.instant(), rows.id()))
            .params(values)
            .query(rows.mapper())
            .list();
    ListPage<T> one = ListPage.of(found, filter.size(), filter.page());
    return new DrillDownPage<>(
        one.items(), viewer.seesEverybody() ? figure.getAsLong() : count(from, values), one.next());
  }

  private long count(String from, Map<String, Object> values) {
    return db.sql("select count(*) as n" + from).params(values).query(Long.class).single();
  }

  private List<String> where(
      EntryRows<?> rows, RowFilter filter, FigureViewer viewer, Map<String, Object> values) {
    List<String> where = new ArrayList<>();
    rows.where().forEach(condition -> where.add("(%s)".formatted(condition)));
    where.add("e.%1$s >= :from and e.%1$s < :to".formatted(rows.instant()));
    values.put("from", filter.range().start());
    values.put("to", filter.range().end());
    values.put("offset", filter.page() * filter.size());
    values.put("limit", filter.size() + 1);
    String column = rows.by().column();
    if (filter.key() != null) {
      where.add(
          filter.key().equals(Aggregates.NO_KEY)
              ? "e.%s is null".formatted(column)
              : "e.%s = :key".formatted(column));
      values.put("key", filter.key());
    }
    if (!viewer.seesEverybody()) {
      where.add(VISIBLE);
      String team = people.find(viewer.name()).map(Person::team).orElse(null);
      values.putAll(HandoffPermissions.params(viewer.name(), team));
      if (rows.personal()) {
        where.add("e.%s = :rep".formatted(column));
      }
    }
    return where;
  }
}
