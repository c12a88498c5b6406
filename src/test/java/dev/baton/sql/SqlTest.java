package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SqlTest {
  static Stream<Supplier<DataSource>> databases() {
    return Stream.of(MigratedDatabase::h2, MigratedDatabase::postgresql);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void rows_are_found_by_more_ids_than_a_statement_takes(Supplier<DataSource> database) {
    JdbcClient db = JdbcClient.create(database.get());
    List<String> ids = IntStream.range(0, 70_000).mapToObj(each -> "token-" + each).toList();
    List<String> there = List.of(ids.get(0), ids.get(999), ids.get(1000), ids.get(69_999));
    there.forEach(
        id ->
            db.sql(
                    "insert into api_token (id, name, hash, created_by, created_at)"
                        + " values (?, 'form', ?, 'ada', current_timestamp)")
                .params(id, id)
                .update());

    assertThat(
            Sql.byIds(
                ids,
                some ->
                    db.sql("select id from api_token where id in (:ids) order by id")
                        .param("ids", some)
                        .query(String.class)
                        .list()))
        .containsExactlyElementsOf(there);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void more_rows_than_a_statement_takes_are_inserted_once(Supplier<DataSource> database) {
    JdbcClient db = JdbcClient.create(database.get());
    RowInsert tokens = new RowInsert("api_token", "id", "name", "hash", "created_by", "created_at");
    for (int token = 0; token < 14_000; token++) {
      tokens.row("id-" + token, "form", "hash-" + token, "ada", Sql.timestamp(Instant.EPOCH));
    }

    assertThat(tokens.run(db)).isEqualTo(14_000);
    assertThat(tokens.run(db)).isZero();
    assertThat(db.sql("select count(*) as n from api_token").query(Integer.class).single())
        .isEqualTo(14_000);
  }
}
