package dev.baton.know.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A scorecard as marketing and designers ask for it, on one database. */
abstract class ScorecardJourney {
  private static final String OURS = "scorecard-%";

  @Autowired JdbcClient db;
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @AfterEach
  void forget() {
    db.sql("delete from funnel_entry where unit_id like ?").param(OURS).update();
    db.sql("delete from signal where sender = 'scorecard'").update();
    db.sql("delete from profile_value where lead_id like ?").param(OURS).update();
    db.sql("delete from lead where id like ?").param(OURS).update();
  }

  /** Handoffs of 150 days, of which those with a plan of their own go on more often. */
  private void outcomes(int n, double tells) {
    Random random = new Random(4);
    Instant now = Instant.now();
    for (int i = 0; i < n; i++) {
      Instant mql = now.minus(Duration.ofHours(24 + (long) (n - i) * 3600 / n));
      String id = "scorecard-" + UUID.randomUUID().toString().substring(0, 20);
      String occupation = random.nextBoolean() ? "Working Professional" : "Unemployed";
      int minutes = random.nextInt(60);
      double odds =
          -0.4 + tells * ((occupation.startsWith("W") ? 1.2 : -1.2) + (minutes >= 30 ? 1 : -1));
      db.sql("insert into lead (id, identified, created_at) values (?, true, ?)")
          .params(id, Sql.timestamp(mql))
          .update();
      db.sql(
              """
              insert into signal (sender, signal_id, lead_id, type, occurred_at, recorded_at, known_at,
                properties, content_hash) values ('scorecard', ?, ?, 'form_submitted', ?, ?, ?, ?, '')
              """)
          .params(
              id,
              id,
              Sql.timestamp(mql),
              Sql.timestamp(mql),
              Sql.timestamp(mql),
              "{\"Occupation\": \"%s\", \"Minutes on site\": \"%d\"}"
                  .formatted(occupation, minutes))
          .update();
      entry(id, "MQL", mql, mql);
      boolean on = random.nextDouble() < 1 / (1 + Math.exp(-odds));
      entry(id, on ? "SQL" : "REJECTED", mql, mql.plusSeconds(3600));
    }
  }

  private void entry(String id, String stage, Instant mql, Instant at) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, stage, id, Sql.timestamp(mql), Sql.timestamp(at))
        .update();
  }

  @Test
  void points_are_learned_proposed_and_hold_for_a_later_time() {
    outcomes(1500, 1);
    Answer made = baton.as("dora").send("POST", "/api/know/scorecard", null, "").is(201);
    assertThat(made.at("/auc/learned/low").asDouble()).isGreaterThan(0.7);
    assertThat(made.at("/auc/difference/low").asDouble()).isPositive();
    assertThat(made.at("/auc/inForce/value").asDouble()).isLessThan(0.65);
    assertThat(made.at("/training/to").asText())
        .isLessThanOrEqualTo(made.at("/heldOut/from").asText());
    assertThat(made.at("/reliability")).hasSizeGreaterThanOrEqualTo(3);
    int n = 0;
    for (JsonNode row : made.at("/reliability")) {
      n += row.at("/n").asInt();
      if (row.at("/n").asInt() >= 50) {
        assertThat(row.at("/expected").asDouble())
            .isBetween(row.at("/low").asDouble() - 0.1, row.at("/high").asDouble() + 0.1);
      }
    }
    assertThat(n).isEqualTo(made.at("/heldOut/n").asInt());

    long id = made.at("/id").asLong();
    JsonNode change = baton.as("dora").get("/api/changes/" + id).is(200).json();
    assertThat(change.at("/state").asText()).isEqualTo("proposed");
    assertThat(change.at("/diff").toString())
        .contains("score-two-axis.dmn", "Occupation", "Working Professional", "Minutes on site");
    JsonNode checked =
        baton.as("dora").post("/api/changes/%d/check".formatted(id), "{}").is(200).json();
    assertThat(checked.at("/checks").findValuesAsText("severity"))
        .as(checked.at("/checks").toString())
        .doesNotContain("error");
    assertThat(checked.at("/state").asText()).isEqualTo("checked");
    baton.as("dora").send("POST", "/api/changes/%d/withdraw".formatted(id), null, "").is(200);
  }

  @Test
  void the_table_in_force_is_set_beside_what_came_month_by_month() {
    outcomes(1500, 1);
    Answer report = baton.as("rita").get("/api/know/drift").is(200);
    int n = 0;
    for (JsonNode month : report.at("/months")) {
      n += month.at("/n").asInt();
      if (month.hasNonNull("expected")) {
        assertThat(month.at("/verdict").asText()).isNotEqualTo("thin");
        assertThat(month.at("/expected").asDouble()).isBetween(0.2, 0.8);
      }
    }
    assertThat(n).isGreaterThanOrEqualTo(1500);
    assertThat(report.at("/months").findValuesAsText("verdict")).contains("thin", "steady");
    assertThat(baton.as("mona").get("/know/drift").is(200).text())
        .contains("Does the score still tell?", "as before", "too few to say");
  }

  @Test
  void too_few_outcomes_are_refused_with_what_is_missing() {
    outcomes(60, 1);
    Answer few = baton.as("marc").send("POST", "/api/know/scorecard", null, "");
    few.isProblem(422, "cases");
    few.isProblem(422, "sql");
    few.isProblem(422, "rejected");
  }

  @Test
  void outcomes_that_nothing_tells_make_no_points() {
    outcomes(700, 0);
    baton.as("marc").send("POST", "/api/know/scorecard", null, "").isProblem(422, "points");
  }
}
