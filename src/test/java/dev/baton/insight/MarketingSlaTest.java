package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.insight.funnel.Diagnosis;
import dev.baton.insight.sla.marketing.MarketingSla;
import dev.baton.insight.sla.marketing.MarketingSlaEntries;
import dev.baton.rejection.followup.BadFit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marketing promised, and what the figures say of it. */
class MarketingSlaTest {
  private static final BadFit PROMISE = new BadFit(List.of("wrong_icp", "low_intent"), 20, 20);
  private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");

  @Test
  void exactly_the_limit_is_not_below_it() {
    assertThat(march(25, 4).kept()).isTrue();
    assertThat(march(25, 5).kept()).isFalse();
    assertThat(march(25, 5).share()).isEqualTo(0.2);
  }

  @Test
  void of_too_few_nothing_is_said() {
    assertThat(march(19, 10).kept()).isNull();
    assertThat(march(20, 3).kept()).isTrue();
    assertThat(promises(mqls(19, 10), ZoneOffset.UTC).diagnosis()).isEmpty();
  }

  @Test
  void a_month_above_the_limit_is_named_with_its_figures() {
    assertThat(promises(mqls(40, 12), ZoneOffset.UTC).diagnosis())
        .singleElement()
        .satisfies(
            diagnosis -> {
              assertThat(diagnosis.code()).isEqualTo("bad_fit_above_limit");
              assertThat(diagnosis.text())
                  .startsWith(
                      "Of 40 MQLs of 2026-03 12 were rejected as a bad fit: 30 %, the target is"
                          + " less than 20 %.");
            });
  }

  @Test
  void a_month_is_the_houses_own() {
    List<MarketingSlaEntries.Mql> late =
        List.of(new MarketingSlaEntries.Mql(Instant.parse("2026-03-31T23:30:00Z"), false));

    assertThat(promises(late, ZoneOffset.UTC).quality().months().get(0).month())
        .isEqualTo("2026-03");
    assertThat(promises(late, ZoneId.of("Europe/Berlin")).quality().months().get(0).month())
        .isEqualTo("2026-04");
  }

  @Test
  void compliance_is_met_of_met_and_missed_and_nothing_without_any() {
    MarketingSla some =
        MarketingSla.of(
            new MarketingSlaEntries.Answers(12, 6, 2, 4, 30.0), List.of(), PROMISE, ZoneOffset.UTC);
    assertThat(some.answered().compliance()).isEqualTo(0.75);
    assertThat(some.diagnosis()).extracting(Diagnosis::code).containsExactly("answers_missed");
    assertThat(promises(List.of(), ZoneOffset.UTC).answered().compliance()).isNull();
  }

  private static MarketingSla.Month march(int mqls, int badFit) {
    return promises(mqls(mqls, badFit), ZoneOffset.UTC).quality().months().get(0);
  }

  private static MarketingSla promises(List<MarketingSlaEntries.Mql> mqls, ZoneId zone) {
    return MarketingSla.of(new MarketingSlaEntries.Answers(0, 0, 0, 0, null), mqls, PROMISE, zone);
  }

  private static List<MarketingSlaEntries.Mql> mqls(int all, int badFit) {
    List<MarketingSlaEntries.Mql> mqls = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      mqls.add(new MarketingSlaEntries.Mql(MARCH, i < badFit));
    }
    return mqls;
  }
}
