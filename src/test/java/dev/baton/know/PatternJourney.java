package dev.baton.know;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Milestones and diagnosis as people ask for them, from rows on one database. */
abstract class PatternJourney {
  private static final Instant FROM = Instant.parse("2019-01-01T00:00:00Z");
  private static final String RANGE = "from=2019-01-01&to=2019-03-01";

  @Autowired private JdbcClient db;
  private HttpCaller baton;
  private String lead;

  @BeforeEach
  void leads(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
    lead = "pattern-" + UUID.randomUUID().toString().substring(0, 20);
    for (int i = 0; i < 80; i++) {
      boolean rita = i % 2 == 0;
      boolean accepted = i % 4 < (rita ? 2 : 4);
      handoff("unit-" + i, rita ? "rita" : "ben", i < 40 ? "web" : "fair", accepted, i);
    }
  }

  @AfterEach
  void forget() {
    db.sql("delete from funnel_entry where lead_id = ?").param(lead).update();
  }

  private void handoff(String unit, String owner, String source, boolean accepted, int i) {
    Instant mql = FROM.plus(Duration.ofHours(i));
    entry(unit, "MQL", mql, mql, owner, source, null, null);
    if (accepted) {
      entry(unit, "SAL", mql, mql.plusSeconds(3600), owner, source, null, null);
      boolean on = source.equals("web") || i % 8 == 1;
      entry(
          unit,
          on ? "SQL" : "REJECTED",
          mql,
          mql.plus(Duration.ofDays(1)),
          owner,
          source,
          on ? null : "qualification",
          on ? null : "no_budget");
    } else {
      entry(unit, "REJECTED", mql, mql.plusSeconds(3600), owner, source, "review", "low_intent");
    }
  }

  private void entry(
      String unit,
      String stage,
      Instant mql,
      Instant at,
      String owner,
      String source,
      String question,
      String reason) {
    db.sql(
            """
            insert into funnel_entry (unit_id, stage, lead_id, cohort_at, entered_at, owner, band,
              source, question, reason, by_rule)
            values (?, ?, ?, ?, ?, ?, 'hot', ?, ?, ?, false)
            """)
        .params(
            lead.substring(8) + unit,
            stage,
            lead,
            Sql.timestamp(mql),
            Sql.timestamp(at),
            owner,
            source,
            question,
            reason)
        .update();
  }

  @Test
  void a_source_that_goes_with_an_sql_is_told_with_its_interval() {
    JsonNode report =
        baton
            .as("mona")
            .get("/api/know/milestones?start=sal&goal=sql&by=source&" + RANGE)
            .is(200)
            .json();

    assertThat(report.at("/entrants").asInt()).isEqualTo(60);
    assertThat(report.at("/rows")).hasSize(2);
    JsonNode web =
        report.at("/rows/0/key").asText().equals("web")
            ? report.at("/rows/0")
            : report.at("/rows/1");
    assertThat(web.at("/n").asInt()).isEqualTo(30);
    assertThat(web.at("/wentOn").asInt()).isEqualTo(30);
    assertThat(web.at("/tells").asBoolean()).isTrue();
    assertThat(web.at("/low").asDouble()).isGreaterThan(1);
    assertThat(report.at("/dropOffs/0/question").asText()).isEqualTo("qualification");
    assertThat(report.at("/dropOffs/0/reason").asText()).isEqualTo("no_budget");
    assertThat(report.at("/dropOffs/0/n").asInt()).isEqualTo(60 - report.at("/wentOn").asInt());
    for (String by : new String[] {"signal", "content", "rep", "hour"}) {
      baton.as("marc").get("/api/know/milestones?start=lead&goal=mql&by=" + by).is(200);
    }
    baton.as("mona").get("/api/know/milestones?start=sql&goal=mql").isProblem(422, "goal");
    baton.as("mona").get("/api/know/milestones?by=mood").isProblem(422, "by");
    assertThat(
            baton
                .as("mona")
                .get("/know/milestones?start=sal&goal=sql&by=source&" + RANGE)
                .is(200)
                .text())
        .contains("Where the others stayed");
  }

  @Test
  void by_rep_a_rep_reads_their_own_row_only() {
    JsonNode mine = baton.as("rita").get("/api/know/milestones?by=rep&" + RANGE).is(200).json();
    assertThat(mine.at("/rows")).hasSize(1);
    assertThat(mine.at("/rows/0/key").asText()).isEqualTo("rita");
  }

  @Test
  void a_rep_who_rejects_what_others_accept_is_told_with_leads_and_what_to_do() {
    JsonNode report = baton.as("mona").get("/api/know/diagnosis?" + RANGE).is(200).json();

    assertThat(report.at("/rows")).hasSize(2);
    JsonNode acceptance = check(report, "rita", "acceptance");
    assertThat(acceptance.at("/n").asInt()).isEqualTo(40);
    assertThat(acceptance.at("/rate").asDouble()).isEqualTo(0.5);
    assertThat(acceptance.at("/others").asDouble()).isEqualTo(1);
    assertThat(acceptance.at("/verdict").asText()).isEqualTo("lower");
    assertThat(acceptance.at("/leads/0").asText()).isEqualTo(lead);
    assertThat(acceptance.at("/advice").asText()).isNotBlank();
    assertThat(check(report, "rita", "rejections_against_score").at("/verdict").asText())
        .isEqualTo("contradicts");
    assertThat(check(report, "rita", "cherry_picking").at("/verdict").asText()).isEqualTo("thin");
    JsonNode own = baton.as("rita").get("/api/know/diagnosis?" + RANGE).is(200).json();
    assertThat(own.at("/rows")).hasSize(1);
    assertThat(own.at("/rows/0/rep").asText()).isEqualTo("rita");
    assertThat(baton.as("mona").get("/know/diagnosis?" + RANGE).is(200).text())
        .contains("contradicts the score", "The leads behind it");
    baton.as("mona").get("/api/know/diagnosis?from=soon").isProblem(422, "from");
  }

  private static JsonNode check(JsonNode report, String rep, String check) {
    for (JsonNode row : report.at("/rows")) {
      for (JsonNode one : row.at("/checks")) {
        if (row.at("/rep").asText().equals(rep) && one.at("/check").asText().equals(check)) {
          return one;
        }
      }
    }
    throw new AssertionError("No %s of %s in %s".formatted(check, rep, report));
  }
}
