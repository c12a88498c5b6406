package dev.baton.insight;

import static dev.baton.insight.FigureScenario.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.baton.handoff.record.HandoffDimensions;
import dev.baton.handoff.record.HandoffOpened;
import dev.baton.handoff.record.HandoffOrigin;
import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.input.InvalidInput;
import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.funnel.FunnelReport;
import dev.baton.insight.funnel.FunnelRow;
import dev.baton.insight.funnel.Rates;
import dev.baton.lead.VisitorJoined;
import dev.baton.stage.Stage;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FunnelTest {
  private static final String NOW = "2026-12-01T00:00:00Z";
  private static final String MONDAY = "2026-11-02T09:00:00Z";

  @OnBothDatabases
  void R10_what_a_rule_judged_is_told_apart_from_what_a_person_did(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .mql("h1", "organic", MONDAY)
          .ruled(Stage.SAL)
          .ruled(Stage.SQL)
          .reached(Stage.OPPORTUNITY, 9);
      scenario
          .mql("h2", "organic", MONDAY)
          .ownedBy("rita")
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2);
      FunnelReport report = scenario.funnel("source");
      assertThat(report.total().sal()).isEqualTo(2);
      assertThat(report.total().sql()).isEqualTo(2);
      assertThat(report.total().byRule()).isEqualTo(new FunnelRow.ByRule(1, 1));
      assertThat(report.rows())
          .extracting(FunnelRow::byRule)
          .containsExactly(report.total().byRule());
    }
  }

  @OnBothDatabases
  void two_hundred_mqls_and_sixty_sqls_are_thirty_percent(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 200; i++) {
        FigureScenario.Handoff handoff =
            scenario.mql("h" + i, i < 120 ? "organic" : "paid", MONDAY);
        if (i % 2 == 0) {
          handoff.reached(Stage.SAL, 1);
        }
        if (i % 10 < 6 && i % 2 == 0) {
          handoff.reached(Stage.SQL, 2);
        }
      }
      FunnelReport report = scenario.funnel("source");
      assertThat(report.total().mql()).isEqualTo(200);
      assertThat(report.total().sal()).isEqualTo(100);
      assertThat(report.total().sql()).isEqualTo(60);
      assertThat(report.total().rates().mqlToSql()).isEqualTo(0.3);
      assertThat(report.total().rates().acceptance()).isEqualTo(0.5);
      assertThat(report.total().rates().qualification()).isEqualTo(0.6);
      assertThat(report.rows())
          .extracting(FunnelRow::key, FunnelRow::mql, FunnelRow::sql)
          .containsExactly(tuple("organic", 120L, 36L), tuple("paid", 80L, 24L));
      assertThat(report.diagnosis()).isEmpty();
    }
  }

  @OnBothDatabases
  void R9_a_cohort_is_the_handoffs_whose_mql_instant_lies_in_the_range(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("before", "x", "2026-10-31T23:59:59.999Z").reached(Stage.SAL, 48);
      scenario.mql("first", "x", "2026-11-01T00:00:00Z").reached(Stage.SAL, 24 * 29);
      scenario.mql("last", "x", "2026-11-30T23:59:59.999Z").reached(Stage.SAL, 24);
      scenario.mql("after", "x", "2026-12-01T00:00:00Z");

      FunnelRow november = scenario.funnel("2026-11-01", "2026-12-01", null, "cohort").total();

      assertThat(november.mql()).isEqualTo(2);
      assertThat(november.sal()).as("reached by now, also after the range").isEqualTo(2);
    }
  }

  @OnBothDatabases
  void R9_a_period_is_the_stage_entries_inside_the_range_whatever_their_cohort(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("before", "x", "2026-10-31T00:00:00Z").reached(Stage.SAL, 24);
      scenario.mql("first", "x", "2026-11-01T00:00:00Z").reached(Stage.SAL, 1);
      scenario.mql("last", "x", "2026-11-30T00:00:00Z").reached(Stage.SAL, 24);

      FunnelRow november = scenario.funnel("2026-11-01", "2026-12-01", null, "period").total();

      assertThat(november.mql()).isEqualTo(2);
      assertThat(november.sal()).as("midnight opens the range and ends it").isEqualTo(2);
      assertThat(scenario.funnel("2026-12-01", null, null, "period").total().sal()).isEqualTo(1);
    }
  }

  @OnBothDatabases
  void R9_leads_are_persons_who_became_lead_in_the_range_and_in_no_rate(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.lead("a", "organic", "spring", "2026-11-01T00:00:00Z");
      scenario.lead("b", "organic", null, "2026-11-30T23:00:00Z");
      scenario.lead("c", null, null, "2026-12-01T00:00:00Z");

      FunnelReport report = scenario.funnel("2026-11-01", "2026-12-01", "campaign", "cohort");

      assertThat(report.total().leads()).isEqualTo(2);
      assertThat(report.total().rates()).isEqualTo(new Rates(null, null, null, null, null));
      assertThat(report.rows())
          .extracting(FunnelRow::key, FunnelRow::leads)
          .containsExactly(tuple("(none)", 1L), tuple("spring", 1L));
    }
  }

  @OnBothDatabases
  void R9_the_first_signal_that_names_a_source_names_the_lead_for_good(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.lead("a", null, null, MONDAY);
      scenario.signal("a", null, null, MONDAY);
      scenario.signal("a", "organic", null, MONDAY);
      scenario.signal("a", "paid", "spring", MONDAY);
      scenario.mql("h", "organic", MONDAY);

      assertThat(scenario.funnel("source").rows())
          .extracting(FunnelRow::key, FunnelRow::leads, FunnelRow::mql)
          .containsExactly(tuple("organic", 1L, 1L));
      assertThat(scenario.funnel("campaign").rows())
          .extracting(FunnelRow::key, FunnelRow::leads)
          .containsExactly(tuple("(none)", 0L), tuple("spring", 1L));
    }
  }

  @OnBothDatabases
  void R9_what_named_the_visitor_names_the_lead_it_turns_out_to_be(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.lead("a", null, null, MONDAY);
      scenario.named("a", "organic");
      scenario.tell(new VisitorJoined("visitor", "a", FigureScenario.at(MONDAY)));
      scenario.signal("a", "paid", null, MONDAY);

      assertThat(scenario.funnel("source").rows())
          .extracting(FunnelRow::key)
          .containsExactly("organic");
    }
  }

  @OnBothDatabases
  void R9_what_a_handoff_was_frozen_with_no_later_signal_changes(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("h", null, MONDAY);
      scenario.signal("lead-h", "paid", "spring", MONDAY);

      assertThat(scenario.funnel("source").rows())
          .extracting(FunnelRow::key)
          .containsExactly("(none)");
    }
  }

  @OnBothDatabases
  void a_fact_whose_transaction_is_rolled_back_is_heard_by_nobody(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      var transactions = new DataSourceTransactionManager(database.source());
      new TransactionTemplate(transactions)
          .executeWithoutResult(
              transaction -> {
                scenario.mql("h", "organic", MONDAY).reached(Stage.SAL, 1);
                assertThat(scenario.funnel("source").total().sal()).isEqualTo(1);
                transaction.setRollbackOnly();
              });
      assertThat(scenario.funnel("source").total().mql()).isZero();
    }
  }

  @OnBothDatabases
  void R9_a_fact_told_twice_counts_once(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.lead("a", "organic", null, MONDAY);
      scenario.tell(FigureScenario.identified("a", "organic", null, MONDAY));
      FigureScenario.Handoff handoff = scenario.mql("h", "organic", MONDAY);
      scenario.mql("h", "paid", MONDAY);
      handoff.reached(Stage.SAL, 1).reached(Stage.SAL, 2);

      assertThat(scenario.funnel("source").rows())
          .extracting(FunnelRow::key, FunnelRow::leads, FunnelRow::mql, FunnelRow::sal)
          .containsExactly(tuple("organic", 1L, 1L, 1L));
    }
  }

  @OnBothDatabases
  void R9_the_dimensions_of_every_stage_are_those_frozen_at_the_mql(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario
          .mql("h", "organic", "spring", "midmarket", "hot", MONDAY)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .closed("lost", "first_touch", "competitor", 3);

      for (String[] expected :
          new String[][] {
            {"source", "organic"}, {"campaign", "spring"}, {"segment", "midmarket"}, {"band", "hot"}
          }) {
        assertThat(scenario.funnel(expected[0]).rows())
            .extracting(
                FunnelRow::key, FunnelRow::mql, FunnelRow::sal, FunnelRow::sql, FunnelRow::lost)
            .containsExactly(tuple(expected[1], 1L, 1L, 1L, 1L));
      }
    }
  }

  @OnBothDatabases
  void R9_the_owner_of_a_stage_is_the_first_one_the_handoff_had_in_it(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      FigureScenario.Handoff handoff = scenario.mql("h", "x", MONDAY).ownedBy("rita");
      handoff.ownedBy("ben").reached(Stage.SAL, 1);

      assertThat(scenario.funnel("owner").rows())
          .extracting(FunnelRow::key, FunnelRow::mql, FunnelRow::sal)
          .containsExactly(tuple("rita", 1L, 0L), tuple("ben", 0L, 1L));
    }
  }

  @OnBothDatabases
  void R9_stages_passed_by_rule_before_anybody_owned_them_go_to_the_first_owner(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("h", "x", MONDAY).reached(Stage.SAL, 0).reached(Stage.SQL, 0);
      scenario.tell(
          new OwnerAssigned(
              "h", "lead-h", "rita", "default", false, "rule", FigureScenario.at(MONDAY)));

      assertThat(scenario.funnel("owner").rows())
          .extracting(FunnelRow::key, FunnelRow::mql, FunnelRow::sal, FunnelRow::sql)
          .containsExactly(tuple("rita", 1L, 1L, 1L));
    }
  }

  @OnBothDatabases
  void the_second_handoff_of_a_lead_is_counted_as_another_unit(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int cycle = 1; cycle <= 2; cycle++) {
        scenario.tell(
            new HandoffOpened(
                "h" + cycle,
                "same",
                cycle,
                new HandoffOrigin("inbound", false, "x", null),
                new HandoffDimensions(
                    "other", null, "hot", "two-axis v1", "m1", FigureScenario.at(MONDAY), null)));
      }
      assertThat(scenario.funnel("source").total().mql()).isEqualTo(2);
    }
  }

  @OnBothDatabases
  void no_value_is_the_key_none(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", null, MONDAY);
      for (String by : new String[] {"source", "campaign", "segment", "band", "owner"}) {
        assertThat(scenario.funnel(by).rows()).extracting(FunnelRow::key).containsExactly("(none)");
      }
    }
  }

  @OnBothDatabases
  void rows_come_by_mql_and_then_by_key_in_the_same_order_on_every_database(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("1", "b", MONDAY);
      scenario.mql("2", "a", MONDAY);
      scenario.mql("3", "B", MONDAY);
      scenario.mql("4", "z", MONDAY);
      scenario.mql("5", "z", MONDAY);
      assertThat(scenario.funnel(null).rows())
          .extracting(FunnelRow::key)
          .containsExactly("z", "B", "a", "b");
    }
  }

  @OnBothDatabases
  void with_nothing_to_count_the_total_is_zero_and_no_rate_is_made_up(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      FunnelReport report = scenario.funnel("source");
      assertThat(report.rows()).isEmpty();
      assertThat(report.total().mql()).isZero();
      assertThat(report.total().pipelineValue()).isZero();
      assertThat(report.total().rates()).isEqualTo(new Rates(null, null, null, null, null));
      assertThat(report.total().medianHoursToSql()).isNull();
    }
  }

  @OnBothDatabases
  void hours_to_sql_are_a_median_and_no_mean(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", "x", MONDAY).reached(Stage.SAL, 1).reached(Stage.SQL, 2);
      scenario.mql("b", "x", MONDAY).reached(Stage.SAL, 1).reached(Stage.SQL, 4.5);
      scenario.mql("c", "y", MONDAY).reached(Stage.SAL, 1).reached(Stage.SQL, 1000);
      scenario.mql("d", "y", MONDAY).reached(Stage.SAL, 7000);

      FunnelReport report = scenario.funnel("source");

      assertThat(report.total().medianHoursToSql()).isEqualTo(4.5);
      assertThat(report.rows())
          .extracting(FunnelRow::key, FunnelRow::medianHoursToSql)
          .containsExactly(tuple("x", 3.25), tuple("y", 1000.0));
    }
  }

  @OnBothDatabases
  void a_deal_is_in_the_pipeline_until_it_is_won_or_lost(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      opportunity(scenario, "open").deal("1000.50", "EUR");
      opportunity(scenario, "won")
          .deal("500", "EUR")
          .deal("450", "EUR")
          .reached(Stage.CUSTOMER, 20)
          .closed("won", "opportunity", null, 20);
      opportunity(scenario, "lost")
          .deal("70", "EUR")
          .closed("lost", "opportunity", "no_budget", 20);
      // The deal may be told before the stage it opens.
      scenario
          .mql("early", "x", MONDAY)
          .reached(Stage.SAL, 1)
          .reached(Stage.SQL, 2)
          .deal("30", "EUR")
          .reached(Stage.OPPORTUNITY, 3);

      FunnelRow total = scenario.funnel("source").total();

      assertThat(total.opportunity()).isEqualTo(4);
      assertThat(total.customer()).isEqualTo(1);
      assertThat(total.lost()).isEqualTo(1);
      assertThat(total.rates().win()).isEqualTo(0.5);
      assertThat(total.rates().sqlToOpportunity()).isEqualTo(1.0);
      assertThat(total.pipelineValue()).isEqualByComparingTo("1030.50");
      assertThat(total.wonValue()).as("the value it was won at").isEqualByComparingTo("450");
    }
  }

  @OnBothDatabases
  void a_sum_over_several_currencies_is_left_empty_and_said(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      opportunity(scenario, "a", "x").deal("100", "USD");
      opportunity(scenario, "b", "y").deal("200", "EUR");

      FunnelReport report = scenario.funnel("source");

      assertThat(report.total().pipelineValue()).isNull();
      assertThat(report.total().wonValue()).isZero();
      assertThat(report.rows())
          .extracting(FunnelRow::pipelineValue)
          .isNotEmpty()
          .allSatisfy(value -> assertThat(value).isPositive());
      assertThat(report.diagnosis())
          .singleElement()
          .satisfies(
              said -> {
                assertThat(said.code()).isEqualTo("mixed_currencies");
                assertThat(said.text()).contains("EUR, USD");
              });
    }
  }

  @OnBothDatabases
  void only_lost_is_lost_a_rejection_is_no_lost_deal(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", "x", MONDAY).closed("rejected", "review", "low_intent", 1);
      scenario.mql("b", "x", MONDAY).closed("disqualified", "review", "wrong_icp", 1);
      scenario.mql("c", "x", MONDAY).closed("merged", null, null, 1);

      assertThat(scenario.funnel("source").total().lost()).isZero();
      assertThat(scenario.funnel("source").total().mql()).isEqualTo(3);
    }
  }

  @OnBothDatabases
  void a_rep_sees_by_owner_their_own_row_and_the_total_of_all(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      scenario.mql("a", "x", MONDAY).ownedBy("rita");
      scenario.mql("b", "y", MONDAY).ownedBy("ben");

      FunnelReport own = scenario.controller().funnel(null, null, "owner", null, RITA);

      assertThat(own.rows()).extracting(FunnelRow::key).containsExactly("rita");
      assertThat(own.total().mql()).isEqualTo(2);
      assertThat(scenario.funnel("owner").rows()).hasSize(2);
      assertThat(scenario.controller().funnel(null, null, "source", null, RITA).rows()).hasSize(2);
    }
  }

  @OnBothDatabases
  void a_date_begins_at_midnight_of_the_house_and_an_instant_where_it_says(Database database) {
    try (FigureScenario scenario =
        new FigureScenario(database, FigureScenario.at(NOW), ZoneId.of("Europe/Berlin"))) {
      scenario.mql("berlin-midnight", "x", "2026-10-31T23:00:00Z");
      scenario.mql("utc-midnight", "x", "2026-11-01T00:00:00Z");

      assertThat(scenario.funnel("2026-11-01", null, null, null).total().mql()).isEqualTo(2);
      assertThat(scenario.funnel(null, "2026-11-01", null, null).total().mql()).isZero();
      assertThat(scenario.funnel("2026-11-01T00:00:00Z", null, null, null).total().mql())
          .isEqualTo(1);
      assertThat(scenario.funnel("2026-11-01T01:00:00 01:00", null, null, null).total().mql())
          .as("a + that arrived as a blank")
          .isEqualTo(1);
      assertThatThrownBy(() -> scenario.funnel("-999999999-01-01", "+999999999-01-01", null, null))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @OnBothDatabases
  void few_sqls_are_diagnosed_only_when_there_are_enough_mqls(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      mqlsOfWhichSql(scenario, 19, 2);
      assertThat(scenario.funnel("source").diagnosis()).as("19 are too few to say").isEmpty();
      scenario.mql("twentieth", "x", MONDAY);
      assertThat(scenario.funnel("source").diagnosis())
          .singleElement()
          .satisfies(
              said -> {
                assertThat(said.code()).isEqualTo("mql_to_sql_low");
                assertThat(said.text()).startsWith("Of 20 MQLs 2 became SQL: 10 %");
              });
    }
  }

  @OnBothDatabases
  void many_sqls_are_diagnosed_and_the_edges_are_not(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      mqlsOfWhichSql(scenario, 20, 3);
      assertThat(scenario.funnel("source").diagnosis()).as("15 %").isEmpty();
    }
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      mqlsOfWhichSql(scenario, 20, 8);
      assertThat(scenario.funnel("source").diagnosis()).as("40 %").isEmpty();
    }
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      mqlsOfWhichSql(scenario, 21, 9);
      assertThat(scenario.funnel("source").diagnosis())
          .singleElement()
          .satisfies(
              said -> {
                assertThat(said.code()).isEqualTo("mql_to_sql_high");
                assertThat(said.text()).startsWith("Of 21 MQLs 9 became SQL: 42.9 %");
              });
      assertThat(scenario.funnel("source").total().rates().mqlToSql())
          .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
          .isCloseTo(0.428571, within(1e-6));
    }
  }

  private static void mqlsOfWhichSql(FigureScenario scenario, int mqls, int sqls) {
    for (int i = 0; i < mqls; i++) {
      FigureScenario.Handoff handoff = scenario.mql("h" + i, "x", MONDAY);
      if (i < sqls) {
        handoff.reached(Stage.SAL, 1).reached(Stage.SQL, 2);
      }
    }
  }

  private static FigureScenario.Handoff opportunity(FigureScenario scenario, String id) {
    return opportunity(scenario, id, "x");
  }

  private static FigureScenario.Handoff opportunity(
      FigureScenario scenario, String id, String source) {
    return scenario
        .mql(id, source, MONDAY)
        .reached(Stage.SAL, 1)
        .reached(Stage.SQL, 2)
        .reached(Stage.OPPORTUNITY, 3);
  }

  @OnBothDatabases
  void R23_a_flagged_share_above_a_fifth_in_three_months_is_diagnosed(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 25; i++) {
        scenario.lead("lead-" + i, "webinar", null, "2026-10-01T08:00:00Z");
      }
      scenario.lead("lead-of-old", "webinar", null, "2026-07-01T08:00:00Z");
      scenario.mql("of-old", "webinar", "2026-10-02T08:00:00Z");
      for (int i = 0; i < 5; i++) {
        scenario.mql(String.valueOf(i), "webinar", "2026-10-02T08:00:00Z");
      }
      assertThat(codes(scenario)).as("a fifth is not above it").isEmpty();

      scenario.mql("5", "webinar", "2026-10-02T08:00:00Z");
      scenario.fold();

      assertThat(scenario.funnel("2026-11-01", null, null, "period").diagnosis())
          .as("whatever range is looked at")
          .extracting(Diagnosis::code)
          .containsExactly("flagged_share_high");
      assertThat(scenario.funnel("source").diagnosis())
          .first()
          .satisfies(
              finding ->
                  assertThat(finding.text())
                      .startsWith("6 of 25 leads are MQL: 24 % of those who came in the last 3")
                      .contains("Above 20 % the line is too loose", "Raise the score"));
    }
  }

  @OnBothDatabases
  void fit_fields_that_are_never_sent_are_named_when_no_lead_is_an_mql(Database database) {
    try (FigureScenario scenario = new FigureScenario(database, NOW)) {
      for (int i = 0; i < 1200; i++) {
        scenario.lead("lead-" + i, "form", null, "2026-10-01T08:00:00Z");
      }
      assertThat(scenario.funnel("source").diagnosis())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo("fit_never_sent");
                assertThat(finding.text())
                    .startsWith("0 of 1,200 MQL; company size, industry and title are never sent.");
              });

      knows(scenario, "lead-7", "industry");
      knows(scenario, "lead-8", "companySize");
      assertThat(scenario.funnel("source").diagnosis().get(0).text())
          .startsWith("0 of 1,200 MQL; title is never sent.");

      scenario.mql("9", "form", "2026-10-02T08:00:00Z");
      assertThat(codes(scenario)).isEmpty();
    }
  }

  private static void knows(FigureScenario scenario, String lead, String field) {
    scenario
        .db()
        .sql(
            """
            insert into profile_value (lead_id, field, content, occurred_at, recorded_at)
            values (:lead, :field, 'x', current_timestamp, current_timestamp)
            """)
        .param("lead", lead)
        .param("field", field)
        .update();
  }

  private static List<String> codes(FigureScenario scenario) {
    return scenario.funnel("source").diagnosis().stream().map(Diagnosis::code).toList();
  }
}
