package dev.baton.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonalDataTest {
  private final Map<String, HeldTable> declared = new PersonalData().tables();

  static Stream<DataSource> databases() {
    return Stream.of(MigratedDatabase.h2(), MigratedDatabase.postgresql());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void each_table_says_what_it_holds_of_persons_and_each_text_what_becomes_of_it(
      DataSource database) {
    Map<String, List<String>> found = texts(JdbcClient.create(database));
    assertThat(found).hasSizeGreaterThan(50);

    assertThat(undeclared(found)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void what_is_declared_is_there(DataSource database) {
    Map<String, List<String>> found = texts(JdbcClient.create(database));

    declared.forEach(
        (name, table) -> {
          if (table.engine() == null && !name.equals("app_schema_history")) {
            assertThat(found).as("tables with text, and those with ids alone").containsKey(name);
            assertThat(found.get(name)).as(name).containsAll(table.kept());
            assertThat(found.get(name)).as(name).containsAll(table.searched());
            assertThat(found.get(name)).as(name).containsAll(table.secret());
          }
        });
  }

  @Test
  void a_table_or_a_text_that_is_not_declared_is_found() {
    assertThat(
            undeclared(
                Map.of("lead", List.of("email", "nickname"), "guest_book", List.of("entry"))))
        .containsExactly("guest_book.entry", "lead.nickname");
  }

  private TreeSet<String> undeclared(Map<String, List<String>> found) {
    return found.entrySet().stream()
        .flatMap(
            table ->
                table.getValue().stream()
                    .filter(
                        column ->
                            !declared.containsKey(table.getKey())
                                || !declared.get(table.getKey()).declares(column))
                    .map(column -> table.getKey() + "." + column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The columns that may hold words, by table. */
  private static Map<String, List<String>> texts(JdbcClient db) {
    return db
        .sql(
            """
            select table_name, column_name from information_schema.columns
            where lower(table_schema) = 'public' and (lower(data_type) like 'character%'
              or lower(data_type) in ('text', 'bytea', 'json', 'jsonb', 'array')
              or lower(data_type) like 'binary%')
            """)
        .query(
            (rs, row) ->
                Map.entry(
                    rs.getString(1).toLowerCase(Locale.ROOT),
                    rs.getString(2).toLowerCase(Locale.ROOT)))
        .list()
        .stream()
        .filter(column -> !column.getKey().equals("app_schema_history"))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
