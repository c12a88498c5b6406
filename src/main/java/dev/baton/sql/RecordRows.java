package dev.baton.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Rows as records: each component is the column of its name, {@code leadId} of {@code lead_id}.
 * Spring's own mapper asks for {@code leadId} first, for each row: H2 throws, and writes into a
 * file of its own that it did.
 */
public final class RecordRows<T extends Record> implements RowMapper<T> {
  private record Column(String name, Class<?> type) {}

  private final Constructor<T> constructor;
  private final List<Column> columns;

  private RecordRows(Class<T> type) throws NoSuchMethodException {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    this.columns =
        Arrays.stream(components)
            .map(component -> new Column(column(component.getName()), component.getType()))
            .toList();
  }

  public static <T extends Record> RecordRows<T> of(Class<T> type) {
    try {
      return new RecordRows<>(type);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its constructor: " + type, e);
    }
  }

  private static String column(String component) {
    return component.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(row, columns.get(i));
    }
    return BeanUtils.instantiateClass(constructor, values);
  }

  private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
    return column.type() == Instant.class
        ? Sql.instantOrNull(row, column.name())
        : JdbcUtils.getResultSetValue(row, row.findColumn(column.name()), column.type());
  }
}
