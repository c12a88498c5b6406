package dev.baton.privacy;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * Rows of a person in all our tables, as {@link PersonalData} declares them: shown or erased. The
 * one place that writes tables of other rooms.
 */
@Component
public class HeldRows {
  private static final String LEADS = "leads";
  private static final String ACCOUNTS = "accounts";

  private final PersonalData data;
  private final JdbcClient db;

  HeldRows(PersonalData data, JdbcClient db) {
    this.data = data;
    this.db = db;
  }

  /** All that is held, by table; columns in camel case, instants in UTC. */
  public Map<String, List<Map<String, @Nullable Object>>> of(Set<String> leadIds) {
    Map<String, List<Map<String, @Nullable Object>>> held = new LinkedHashMap<>();
    data.tables()
        .forEach(
            (table, declared) -> {
              String rows = declared.rows();
              if (rows != null && !rows.contains(":" + ACCOUNTS)) {
                List<Map<String, @Nullable Object>> found =
                    db.sql("select * from %s where %s".formatted(table, rows))
                        .param(LEADS, leadIds)
                        .query((row, number) -> shown(row, declared))
                        .list();
                if (!found.isEmpty()) {
                  held.put(JdbcUtils.convertUnderscoreNameToPropertyName(table), found);
                }
              }
            });
    return held;
  }

  private static Map<String, @Nullable Object> shown(ResultSet row, HeldTable declared)
      throws SQLException {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i).toLowerCase(Locale.ROOT);
      if (!declared.secret().contains(column)) {
        shown.put(JdbcUtils.convertUnderscoreNameToPropertyName(column), value(row, i));
      }
    }
    return shown;
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    if (row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT).startsWith("timest")) {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    Object value = JdbcUtils.getResultSetValue(row, column);
    return value instanceof Instant || value instanceof Number || value instanceof Boolean
        ? value
        : value == null ? null : value.toString();
  }

  /** Deletes, empties and searches; what is counted stays as it is. */
  public void erase(ErasedPerson person) {
    data.tables().forEach((table, declared) -> erase(table, declared, person));
  }

  private void erase(String table, HeldTable declared, ErasedPerson person) {
    if (declared.rows() != null && (declared.deleted() || !declared.emptied().isEmpty())) {
      db.sql("%s where %s".formatted(change(table, declared), declared.rows()))
          .param(LEADS, person.leadIds())
          .param(ACCOUNTS, person.accountIds().isEmpty() ? Set.of("") : person.accountIds())
          .update();
    }
    for (String column : declared.searched()) {
      replace(table, column, declared, person.names(), "gi");
      replace(table, column, declared, person.surnames(), "g");
    }
  }

  private static String change(String table, HeldTable declared) {
    return declared.deleted()
        ? "delete from " + table
        : "update %s set %s"
            .formatted(
                table,
                declared.emptied().entrySet().stream()
                    .map(column -> column.getKey() + " = " + column.getValue())
                    .collect(Collectors.joining(", ")));
  }

  private void replace(
      String table, String column, HeldTable declared, Collection<String> texts, String options) {
    String among = Objects.requireNonNullElse(declared.among(), "1 = 1");
    PersonalMentions.pattern(texts)
        .ifPresent(
            pattern ->
                db.sql(
                        """
                        update %1$s set %2$s = regexp_replace(%2$s, :pattern, '%3$s', '%4$s')
                        where (%5$s) and %2$s is not null
                          and regexp_replace(%2$s, :pattern, '%3$s', '%4$s') <> %2$s
                        """
                            .formatted(table, column, PersonalMentions.REPLACEMENT, options, among))
                    .param("pattern", pattern)
                    .update());
  }

  /** A text of ours without the person. */
  public static String without(ErasedPerson person, String text) {
    return PersonalMentions.replaced(text, person);
  }
}
