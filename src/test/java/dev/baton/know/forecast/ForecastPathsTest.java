package dev.baton.know.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.MigratedDatabase;
import dev.baton.sql.Sql;
import dev.baton.stage.Stage;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class ForecastPathsTest {
  private static final Instant MQL = Instant.parse("2026-09-01T08:00:00Z");

  static Stream<Supplier<DataSource>> databases() {
    return Stream.of(MigratedDatabase::h2, MigratedDatabase::postgresql);
  }

  private static void entry(JdbcClient db, String unit, String stage, int days, String amount) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, amount, currency)
            values (:unit, :stage, 'lead', :cohort, :at, cast(:amount as numeric(15, 2)), 'EUR')
            """)
        .param("unit", unit)
        .param("stage", stage)
        .param("cohort", Sql.timestamp(MQL))
        .param("at", Sql.timestamp(MQL.plusSeconds(days * 86_400L)))
        .param("amount", amount)
        .update();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_path_is_what_the_funnel_has_of_a_handoff(Supplier<DataSource> database) {
    JdbcClient db = JdbcClient.create(database.get());
    entry(db, "1-won", "MQL", 0, null);
    entry(db, "1-won", "SAL", 1, null);
    entry(db, "1-won", "CUSTOMER", 9, "500");
    entry(db, "2-no", "MQL", 0, null);
    entry(db, "2-no", "REJECTED", 3, null);
    entry(db, "3-open", "MQL", 0, null);
    entry(db, "lead", "LEAD", 0, null);

    List<HandoffPath> paths = new HandoffPaths(db).since(MQL);

    assertThat(paths).hasSize(3);
    assertThat(paths.get(0).won()).isEqualTo(MQL.plusSeconds(9 * 86_400));
    assertThat(paths.get(0).amount()).isEqualByComparingTo("500");
    assertThat(paths.get(0).stage(MQL.plusSeconds(2 * 86_400))).contains(Stage.SAL);
    assertThat(paths.get(1).stage(MQL.plusSeconds(86_400))).contains(Stage.MQL);
    assertThat(paths.get(1).stage(MQL.plusSeconds(4 * 86_400))).isEmpty();
    assertThat(paths.get(2).stage(MQL.plusSeconds(400 * 86_400L))).contains(Stage.MQL);
    assertThat(new HandoffPaths(db).since(MQL.plusSeconds(1))).isEmpty();
  }
}
