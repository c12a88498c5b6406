package dev.baton.stage;

import static dev.baton.score.TestLeads.NOW;
import static dev.baton.score.TestLeads.did;
import static dev.baton.score.TestLeads.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scoring;
import dev.baton.score.ScoringProfileTables;
import dev.baton.score.TestLeads;
import dev.baton.stage.ScoreAssessment.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code scoring-profile}: each product line may have a profile of its own. */
class ProductLineTest {
  private static final Map<String, String> LARGE =
      Map.of("companySize", "900", "industry", "SaaS", "country", "DE", "jobTitle", "CEO");

  private static Decisions with(
      String segment, String product, String country, String profile, String method, int line) {
    String profiles =
        ScoringProfileTables.with(
            FileDecisions.xml("scoring-profile"), segment, product, country, profile, method);
    String lines =
        ScoringProfileTables.withThreshold(FileDecisions.xml("score-threshold"), profile, line);
    return FileDecisions.shippedBut(Map.of("scoring-profile", profiles, "score-threshold", lines));
  }

  private static Score score(Decisions tables, ScoreFacts facts) {
    return TestLeads.scoring("two-axis", tables).score(facts, NOW);
  }

  private static Kind judged(Decisions tables, ScoreFacts facts) {
    Scoring scoring = TestLeads.scoring("two-axis", tables);
    return new StageRules(tables, scoring, Set::of)
        .verdict(scoring.score(facts, NOW), false)
        .kind();
  }

  private static ScoreFacts asksFor(String product) {
    return facts(LARGE, did("page_view", 1, Map.of("product", product)));
  }

  @ParameterizedTest
  @CsvSource({
    "large,,, payments",
    ",payments,, payments",
    ",,DE, payments",
    "large,payments,DE, payments",
    "small,,, two-axis",
    ",cards,, two-axis",
    ",,FR, two-axis",
    "large,cards,DE, two-axis"
  })
  void a_row_takes_leads_by_segment_product_and_country(
      String segment, String product, String country, String profile) {
    Score score = score(with(segment, product, country, "payments", null, 70), asksFor("payments"));
    assertThat(score.profile().name()).isEqualTo(profile);
    assertThat(score.model()).isEqualTo(profile + " v1");
  }

  @Test
  void each_profile_has_its_own_line_over_the_same_points() {
    Score usual = score(FileDecisions.shipped(), asksFor("payments"));
    int total = usual.total();
    assertThat(total).isGreaterThan(10).isLessThan(60);
    Decisions atTotal = with(null, "payments", null, "payments", null, total);
    Decisions above = with(null, "payments", null, "payments", null, total + 1);

    assertThat(score(atTotal, asksFor("payments")).total()).isEqualTo(total);
    assertThat(judged(FileDecisions.shipped(), asksFor("payments"))).isEqualTo(Kind.NONE);
    assertThat(judged(atTotal, asksFor("payments"))).isEqualTo(Kind.MQL);
    assertThat(judged(above, asksFor("payments"))).isEqualTo(Kind.NONE);
    assertThat(judged(atTotal, asksFor("cards"))).isEqualTo(Kind.NONE);
  }

  @Test
  void the_product_is_the_one_that_was_named_last() {
    Decisions tables = with(null, "payments", null, "payments", null, 70);
    ScoreFacts changedItsMind =
        facts(
            LARGE,
            did("page_view", 5, Map.of("product", "payments")),
            did("page_view", 1, Map.of("product", "cards")));
    ScoreFacts saidNothingSince =
        facts(LARGE, did("page_view", 5, Map.of("product", "payments")), did("page_view", 1));
    assertThat(score(tables, changedItsMind).profile().name()).isEqualTo("two-axis");
    assertThat(score(tables, saidNothingSince).profile().name()).isEqualTo("payments");
  }

  @Test
  void after_a_no_a_lead_stays_in_its_product_line() {
    Decisions tables = with(null, "payments", null, "payments", null, 70);
    ScoreFacts facts =
        facts(LARGE, did("page_view", 5, Map.of("product", "payments")), did("page_view", 1));
    Score since =
        TestLeads.scoring("two-axis", tables)
            .since(facts, NOW, NOW.minusSeconds(3 * 86_400), tables.inForce());
    assertThat(since.profile().name()).isEqualTo("payments");
  }

  @Test
  void a_profile_may_be_scored_by_another_method() {
    Decisions tables = with("large", null, null, "partners", "gate", 5);
    Score score = score(tables, asksFor("payments"));
    assertThat(score.model()).isEqualTo("partners v1");
    assertThat(score.contributions())
        .isEqualTo(
            TestLeads.scoring("gate").score(asksFor("payments"), NOW).contributions().stream()
                .toList());
  }

  @Test
  void one_of_the_three_methods_is_a_profile_by_its_name() {
    Decisions tables = with("large", null, null, "gate", null, 5);
    assertThat(score(tables, asksFor("payments")).model()).isEqualTo("gate v1");
  }
}
