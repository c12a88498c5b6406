package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.score.Contribution;
import dev.baton.score.Score;
import dev.baton.score.ScoringMethod;
import dev.baton.score.ScoringProfile;
import dev.baton.web.lead.ScoreChange.RuleChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreChangeTest {
  private static Contribution of(String rule, int points) {
    return new Contribution(rule, "behaviour", points, rule + " in words", List.of());
  }

  private static Score score(Contribution... contributions) {
    int total = List.of(contributions).stream().mapToInt(Contribution::points).sum();
    return new Score(
        new ScoringProfile("two-axis", ScoringMethod.TWO_AXIS),
        total,
        0,
        total,
        "warm",
        "two-axis v1",
        Instant.EPOCH,
        List.of(contributions));
  }

  @Test
  void what_is_new_grew_faded_or_went_is_told_by_rule_and_sums_to_the_change() {
    ScoreChange change =
        ScoreChange.between(
            score(of("pricing", 15), of("ebook", 5), of("webinar", 10), of("unsubscribed", -10)),
            score(of("pricing", 25), of("webinar", 8), of("demo", 30), of("unsubscribed", -5)));
    assertThat(change.changes())
        .containsExactly(
            new RuleChange(30, "demo in words", "new"),
            new RuleChange(10, "pricing in words", "more"),
            new RuleChange(5, "unsubscribed in words", "faded"),
            new RuleChange(-5, "ebook in words", "gone"),
            new RuleChange(-2, "webinar in words", "faded"));
    assertThat(change.points()).isEqualTo(38);
    assertThat(change.changes().stream().mapToInt(RuleChange::points).sum())
        .isEqualTo(change.points());
  }

  @Test
  void several_reasons_of_one_rule_are_one_line() {
    ScoreChange change =
        ScoreChange.between(score(of("page", 1)), score(of("page", 1), of("page", 1)));
    assertThat(change.changes()).containsExactly(new RuleChange(1, "page in words", "more"));
  }

  @Test
  void what_stayed_is_not_told() {
    assertThat(ScoreChange.between(score(of("page", 1)), score(of("page", 1))).changes()).isEmpty();
  }
}
