package dev.baton.rehearsal.play;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Database of a rehearsal: in memory, with the tables of every release up to this one. */
final class RehearsalDatabase {
  private static final String URL =
      "jdbc:h2:mem:rehearsal;MODE=PostgreSQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;"
          + "INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT";

  /** What a release brings along stays between two scenarios. */
  private static final Set<String> KEPT =
      Set.of("app_schema_history", "alert_channel", "mail_template", "roll_up_lock", "reason_kind");

  private RehearsalDatabase() {}

  static DataSource open() {
    DataSource database = JdbcConnectionPool.create(URL, "sa", "");
    Flyway.configure().dataSource(database).table("app_schema_history").load().migrate();
    return database;
  }

  /** Empties our own tables, then fills in these rows; the engine's stay. */
  static void reset(JdbcClient db, Map<String, List<Map<String, Object>>> rows) {
    db.sql("set referential_integrity false").update();
    db
        .sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
        .query(String.class)
        .list()
        .stream()
        .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("act_"))
        .filter(name -> !KEPT.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> db.sql("truncate table " + name).update());
    rows.forEach((table, each) -> each.forEach(row -> insert(db, table, row)));
    rows.keySet().forEach(table -> countOn(db, table));
    db.sql("set referential_integrity true").update();
  }

  /** The next row that the table numbers comes after those that were filled in. */
  private static void countOn(JdbcClient db, String table) {
    db.sql(
            """
            select count(*) as numbered from information_schema.columns
            where upper(table_name) = upper(:table) and upper(column_name) = 'ID'
              and is_identity = 'YES'
            """)
        .param("table", table)
        .query(Long.class)
        .optional()
        .filter(numbered -> numbered > 0)
        .map(
            numbered ->
                db.sql("select coalesce(max(id), 0) + 1 as next_id from " + table)
                    .query(Long.class)
                    .single())
        .ifPresent(
            next ->
                db.sql("alter table %s alter column id restart with %d".formatted(table, next))
                    .update());
  }

  private static void insert(JdbcClient db, String table, Map<String, Object> row) {
    StringJoiner columns = new StringJoiner(", ");
    StringJoiner values = new StringJoiner(", ");
    row.keySet()
        .forEach(
            column -> {
              columns.add(column);
              values.add(":" + column);
            });
    db.sql("insert into %s (%s) values (%s)".formatted(table, columns, values))
        .params(row)
        .update();
  }
}
