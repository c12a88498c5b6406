package dev.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.score.ScoreEntry;
import dev.baton.score.Scores;
import dev.baton.sql.RetentionJob;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScoreRetentionTest {
  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @Test
  void of_old_scores_the_last_of_each_lead_is_kept() {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    ada.does("ad_clicked").does("newsletter_signup");
    List<ScoreEntry> before = scenario.bean(Scores.class).log(ada.id());
    assertThat(before).hasSizeGreaterThan(1);

    scenario.passesWithoutTimers(Duration.ofDays(730));
    scenario.bean(RetentionJob.class).deleteExpired();
    assertThat(scenario.bean(Scores.class).log(ada.id())).isEqualTo(before);

    scenario.passesWithoutTimers(Duration.ofDays(1));
    scenario.bean(RetentionJob.class).deleteExpired();
    assertThat(scenario.bean(Scores.class).log(ada.id()))
        .containsExactly(before.get(before.size() - 1));
  }
}
