package dev.baton.know.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.sql.Sql;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The forecast as people ask for it, on one database. */
abstract class ForecastJourney {
  @Autowired JdbcClient db;

  private void customer(Instant mql, Instant won) {
    String unit = UUID.randomUUID().toString();
    entry(unit, "MQL", mql, mql);
    entry(unit, "CUSTOMER", mql, won);
  }

  private void entry(String unit, String stage, Instant mql, Instant at) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, source)
            values (?, ?, 'forecast', ?, ?, 'forecast')
            """)
        .params(unit, stage, Sql.timestamp(mql), Sql.timestamp(at))
        .update();
  }

  @Test
  void a_month_is_forecast_or_it_says_what_is_missing(@LocalServerPort int port) {
    HttpCaller rita = HttpCaller.at(port).as("rita");
    JsonNode before = rita.get("/api/know/forecast").is(200).json();
    YearMonth month = YearMonth.now(ZoneOffset.UTC);
    assertThat(before.at("/month").asText()).isEqualTo(month.toString());
    assertThat(before.has("expected")).isEqualTo(before.at("/thin").isEmpty());

    Instant now = Instant.now();
    customer(now.minusSeconds(60 * 86_400L), now.minusSeconds(1));
    customer(now.minusSeconds(50 * 86_400L), now.minusSeconds(40 * 86_400L));
    JsonNode after = rita.get("/api/know/forecast").is(200).json();
    assertThat(after.at("/basis/won").asLong() - before.at("/basis/won").asLong()).isEqualTo(1);
    Answer page = rita.get("/know").is(200);
    assertThat(page.text()).contains("This month, " + month);
    db.sql("delete from funnel_entry where lead_id = 'forecast'").update();

    rita.get("/api/know/forecast?month=" + month.plusMonths(2)).is(200);
    rita.get("/api/know/forecast?month=" + month.minusMonths(1)).isProblem(422, "month");
    rita.get("/api/know/forecast?month=soon").isProblem(422, "month");
  }
}
