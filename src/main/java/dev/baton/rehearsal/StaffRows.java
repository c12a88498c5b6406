package dev.baton.rehearsal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private List<Map<String, Object>> rows(String table) {
    return db.sql("select * from " + table).query(CopiedRow::read).list();
  }
}
