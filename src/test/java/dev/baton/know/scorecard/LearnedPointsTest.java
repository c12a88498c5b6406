package dev.baton.know.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Decisions;
import dev.baton.engine.FileDecisions;
import dev.baton.engine.deploy.ModelFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedPointsTest {
  private static final double FACTOR = 20 / Math.log(2);

  private static PointRow row(LearnedPoints points, String field, String value) {
    return points.rows().stream()
        .filter(row -> row.field().equals(field) && row.value().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError(field + " " + value + " is not in " + points.rows()));
  }

  @Test
  void planted_weights_are_found_within_their_intervals() {
    int looked = 0;
    int held = 0;
    for (long seed = 0; seed < 40; seed++) {
      LearnedPoints points = PlantedLeads.of(seed, 2500, 1).learned();
      PointRow pro = row(points, "plan", "\"pro\"");
      PointRow webinar = row(points, "Signal", "\"webinar_attended\"");
      looked += 2;
      held += holds(pro, PlantedLeads.PRO) + holds(webinar, PlantedLeads.WEBINAR);
      assertThat(pro.points()).isPositive();
      assertThat(points.rows()).extracting(PointRow::field).contains("visits");
    }
    assertThat(looked).isEqualTo(80);
    assertThat(held).isGreaterThanOrEqualTo(70);
  }

  private static int holds(PointRow row, double planted) {
    return row.low() <= FACTOR * planted && FACTOR * planted <= row.high() ? 1 : 0;
  }

  @Test
  void where_nothing_is_planted_nothing_is_found() {
    int found = 0;
    for (long seed = 0; seed < 100; seed++) {
      found += PlantedLeads.of(seed, 600, 0).learned().isEmpty() ? 0 : 1;
    }
    assertThat(found).isLessThanOrEqualTo(12);
  }

  @Test
  void what_tells_nothing_has_no_points_beside_what_tells_something() {
    LearnedPoints points = PlantedLeads.of(11, 2500, 1).learned();
    assertThat(points.rows())
        .isNotEmpty()
        .noneMatch(row -> row.field().equals("noise") || row.value().contains("ad_clicked"));
    assertThat(points.learned().fields()).contains(PlantedLeads.NOISE, Field.COMPANY_SIZE);
  }

  @Test
  void the_table_gives_the_points_that_were_learned_and_keeps_rows_of_what_was_not_looked_at() {
    LearnedPoints points = PlantedLeads.of(11, 2500, 1).learned();
    ModelFile shipped = new ModelFile("score-two-axis.dmn", FileDecisions.xml("score-two-axis"));
    ModelFile learned = ScorecardTable.of(shipped, points, 17);
    Decisions tables = FileDecisions.shippedBut(Map.of("score-two-axis", learned.content()));
    Map<String, Object> profile = nothing();
    profile.put("properties", Map.of("plan", "pro", "visits", BigDecimal.valueOf(13)));
    profile.put("level", "vp");
    int visits =
        points.rows().stream()
            .filter(row -> row.field().equals("visits"))
            .filter(row -> row.value().startsWith("[12") || row.value().startsWith("[11"))
            .mapToInt(PointRow::points)
            .findFirst()
            .orElseThrow();
    assertThat(given(tables, profile))
        .containsEntry("learned-start", 17)
        .containsEntry(
            "learned-plan-" + bin(points, "\"pro\""), row(points, "plan", "\"pro\"").points())
        .containsValue(visits)
        // nobody's title was known
        .containsKey("title-vp")
        .doesNotContainKey("size-core");
    Map<String, Object> signal = nothing();
    signal.put("signal", "webinar_attended");
    signal.put("ages", List.of(3L));
    assertThat(given(tables, signal))
        .containsExactlyEntriesOf(
            Map.of(
                "learned-signal-webinar-attended",
                row(points, "Signal", "\"webinar_attended\"").points()));
    assertThat(ScorecardTable.goneFrom(shipped, learned))
        .contains("size-core", "size-near")
        .doesNotContain("title-vp", "learned-start");
    assertThat(given(tables, nothing())).containsExactlyEntriesOf(Map.of("learned-start", 17));
  }

  private static String bin(LearnedPoints points, String value) {
    String rule = row(points, "plan", value).rule();
    return rule.substring(rule.lastIndexOf('-') + 1);
  }

  private static Map<String, Object> nothing() {
    Map<String, Object> inputs = new HashMap<>();
    List.of(
            "signal",
            "asset",
            "ages",
            "companySize",
            "industry",
            "country",
            "level",
            "source",
            "properties")
        .forEach(name -> inputs.put(name, null));
    return inputs;
  }

  private static Map<String, Integer> given(Decisions tables, Map<String, Object> inputs) {
    Map<String, Integer> given = new HashMap<>();
    new ArrayList<>(tables.rows("score-two-axis", inputs))
        .forEach(row -> given.put(row.text("rule"), row.number("points")));
    return given;
  }

  @Test
  void everybody_starts_with_so_many_that_as_many_cross_the_line_as_before() {
    double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    assertThat(ScorecardBase.start(60, 3, scores)).isEqualTo(52);
    assertThat(ScorecardBase.start(60, 0, scores)).isEqualTo(49);
    assertThat(ScorecardBase.start(60, 10, scores)).isEqualTo(59);
    assertThat(ScorecardBase.start(60, 0, new double[0])).isZero();
  }
}
