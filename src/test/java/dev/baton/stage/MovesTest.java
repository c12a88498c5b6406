package dev.baton.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of allowed moves (rule R1). */
class MovesTest {
  private static final Map<Stage, Set<Stage>> ALLOWED =
      Map.of(
          Stage.VISITOR, Set.of(Stage.LEAD),
          Stage.LEAD, Set.of(Stage.MQL),
          Stage.MQL, Set.of(Stage.SAL, Stage.RECYCLED, Stage.DISQUALIFIED),
          Stage.SAL, Set.of(Stage.SQL, Stage.RECYCLED, Stage.DISQUALIFIED),
          Stage.SQL, Set.of(Stage.OPPORTUNITY, Stage.RECYCLED, Stage.DISQUALIFIED),
          Stage.OPPORTUNITY, Set.of(Stage.CUSTOMER, Stage.RECYCLED, Stage.DISQUALIFIED),
          Stage.RECYCLED, Set.of(Stage.MQL),
          Stage.DISQUALIFIED, Set.of(Stage.RECYCLED),
          Stage.CUSTOMER, Set.of());

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  static Stream<Arguments> everyMove() {
    return Arrays.stream(Stage.values())
        .flatMap(from -> Arrays.stream(Stage.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyMove")
  void a_move_is_made_or_refused_as_the_table_says(Stage from, Stage to) {
    LeadActor ada = scenario.lead("ada@acme.example").does("page_view");
    scenario.db().sql("update stage_entry set stage = :from").param("from", from.name()).update();

    StageMove move = scenario.bean(Stages.class).enter(ada.id(), to, scenario.now(), "mona");

    List<StageEpisode> episodes = scenario.bean(Stages.class).episodes(ada.id());
    if (ALLOWED.get(from).contains(to)) {
      assertThat(move).isInstanceOf(StageMove.Entered.class);
      assertThat(episodes).extracting(StageEpisode::stage).containsExactly(from, to);
      assertThat(episodes.get(0).leftAt()).isEqualTo(scenario.now());
      assertThat(episodes.get(1).enteredAt()).isEqualTo(scenario.now());
    } else {
      assertThat(move)
          .isEqualTo(
              new StageMove.Refused("A lead in stage %s can't become %s".formatted(from, to)));
      assertThat(episodes).extracting(StageEpisode::stage).containsExactly(from);
      assertThat(episodes.get(0).leftAt()).isNull();
    }
  }

  @Test
  void a_lead_is_in_one_stage_at_a_time() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.ben().rejects(ada, "low_intent");
    scenario.passes(java.time.Duration.ofDays(1));
    ada.requestsDemo();

    List<StageEpisode> episodes = ada.episodes();

    assertThat(ada.stages()).containsExactly(Stage.LEAD, Stage.MQL, Stage.RECYCLED, Stage.MQL);
    for (int i = 1; i < episodes.size(); i++) {
      assertThat(episodes.get(i).enteredAt()).isEqualTo(episodes.get(i - 1).leftAt());
    }
    assertThat(episodes.get(3).leftAt()).isNull();
  }
}
