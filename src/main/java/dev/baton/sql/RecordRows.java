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
 * Rows as records: each component is the column of its name, {@code leadId} of {@code lead_id}; one
 * that is a record itself is read from the same row, and an enum by its name in either case.
 * Spring's own mapper asks for {@code leadId} first, for each row: H2 throws, and writes into a
 * file of its own that it did.
 */
public final class RecordRows<T extends Record> implements RowMapper<T> {
  private interface Column {
    @Nullable Object in(ResultSet row) throws SQLException;
  }

  private final Constructor<T> constructor;
  private final List<Column> columns;

  private RecordRows(Class<T> type) throws NoSuchMethodException {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    this.columns =
        Arrays.stream(components)
            .map(component -> column(name(component), component.getType()))
            .toList();
  }

  public static <T extends Record> RecordRows<T> of(Class<T> type) {
    try {
      return new RecordRows<>(type);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its constructor: " + type, e);
    }
  }

  private static String name(RecordComponent component) {
    return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Column column(String name, Class<?> type) {
    if (type == Instant.class) {
      return row -> Sql.instantOrNull(row, name);
    }
    if (type.isRecord()) {
      RecordRows<?> part = of(type.asSubclass(Record.class));
      return row -> part.mapRow(row, 0);
    }
    return type.isEnum()
        ? row -> constant(type, row.getString(name))
        : row -> JdbcUtils.getResultSetValue(row, row.findColumn(name), type);
  }

  private static @Nullable Object constant(Class<?> type, @Nullable String name) {
    return name == null
        ? null
        : Arrays.stream(type.getEnumConstants())
            .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No %s: %s".formatted(type, name)));
  }

  @Override
  public T mapRow(ResultSet row, int number) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).in(row);
    }
    return BeanUtils.instantiateClass(constructor, values);
  }
}
