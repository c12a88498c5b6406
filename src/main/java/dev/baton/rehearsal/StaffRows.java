package dev.baton.rehearsal;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copy of who works here and when, for a rehearsal. */
@Component
class StaffRows {
  private static final List<String> ALWAYS =
      List.of("team", "person", "business_calendar", "closing_day");

  private final JdbcClient db;

  StaffRows(JdbcClient db) {
    this.db = db;
  }

  /** Rows by table, with everybody at work. */
  Map<String, List<Map<String, Object>>> present() {
    Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    ALWAYS.forEach(table -> rows.put(table, rows(table)));
    return rows;
  }

  /** The same with those away who are away. */
  Map<String, List<Map<String, Object>>> asItIs() {
    Map<String, List<Map<String, Object>>> rows = present();
    rows.put("absence", rows("absence"));
    return rows;
  }

  /** Values as JSON has them. */
  private List<Map<String, Object>> rows(String table) {
    return db.sql("select * from " + table)
        .query(
            (row, number) -> {
              Map<String, Object> values = new LinkedHashMap<>();
              for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value =
                    value(row.getObject(column), row.getMetaData().getColumnType(column));
                if (value != null) {
                  values.put(
                      row.getMetaData().getColumnName(column).toLowerCase(Locale.ROOT), value);
                }
              }
              return values;
            })
        .list();
  }

  private static @Nullable Object value(@Nullable Object value, int type) {
    return value == null || value instanceof Number || type == Types.BOOLEAN || type == Types.BIT
        ? value
        : value.toString();
  }
}
