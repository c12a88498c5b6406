package dev.baton.sql;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Instants and ids in SQL: both databases take and give a time with its offset, which no zone of a
 * machine can shift, and a limited number of parameters.
 */
public final class Sql {
  /** A statement of PostgreSQL takes so many parameters. */
  static final int MOST_VALUES = 65_535;

  /** Far fewer than a statement takes are as fast. */
  static final int MOST_IDS = 1_000;

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private Sql() {}

  /**
   * Id of a new row (UUID of version 7, RFC 9562). It sorts behind those that were made before it,
   * so that indexes grow at their end: many new rows together write a few pages of each. It is no
   * secret: who knows one may guess another.
   */
  public static String newId() {
    return IDS.generate().toString();
  }

  /** Rows of however many ids, so many of them at a time as a statement takes. */
  public static <T, R> List<R> byIds(Collection<T> ids, Function<List<T>, List<R>> rows) {
    List<T> all = List.copyOf(ids);
    List<R> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_IDS) {
      found.addAll(rows.apply(all.subList(from, Math.min(all.size(), from + MOST_IDS))));
    }
    return found;
  }

  /** The same of rows that belong to keys, by them. */
  public static <T, K, V> Map<K, List<V>> listsByIds(
      Collection<T> ids, Function<List<T>, List<Map.Entry<K, V>>> rows) {
    return byIds(ids, rows).stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Parameter of a statement that is never null. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Parameter of a statement that may be null. */
  public static @Nullable OffsetDateTime timestampOrNull(@Nullable Instant instant) {
    return instant == null ? null : timestamp(instant);
  }

  /** Column of a row that is never null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** Column of a row that may be null. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime timestamp = row.getObject(column, OffsetDateTime.class);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
