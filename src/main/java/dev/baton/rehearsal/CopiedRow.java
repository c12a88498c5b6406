package dev.baton.rehearsal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copy of a row for a rehearsal: its values by column, as JSON has them, without those absent. */
final class CopiedRow {
  private CopiedRow() {}

  static Map<String, Object> read(ResultSet row, int number) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      Object value = value(row.getObject(column), row.getMetaData().getColumnType(column));
      if (value != null) {
        values.put(row.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT), value);
      }
    }
    return values;
  }

  private static @Nullable Object value(@Nullable Object value, int type) {
    return value == null || value instanceof Number || type == Types.BOOLEAN || type == Types.BIT
        ? value
        : value.toString();
  }
}
