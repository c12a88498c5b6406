package dev.baton.web.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.routing.Candidate;
import dev.baton.routing.ChoiceInput;
import dev.baton.routing.ChoiceInput.PassedOver;
import dev.baton.routing.LedgerEntry;
import dev.baton.routing.SkipReason;
import dev.baton.web.DisplayNames;
import dev.baton.web.PageTexts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ledger as a person reads it. */
class RoutingRowTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final DisplayNames NAMES =
      new DisplayNames(Map.of("rita", "Rita", "ben", "Ben", "mona", "Mona", "kim", "Kim"));

  private final Candidate rita = new Candidate("rita", 1, 0, 1, true, true, null, null);
  private final Candidate ben = new Candidate("ben", 1, 2520, 2, true, true, null, null);
  private final Candidate kim =
      new Candidate("kim", 1, 0, 0, false, true, SkipReason.ABSENT, "away until they are back");

  @Test
  void a_turn_says_whose_it_was_among_whom_and_who_was_skipped_and_replays() {
    RoutingRow routingRow = line("dach", "rita", 3L, null, null, rita, ben, kim);

    assertThat(routingRow.text())
        .isEqualTo("Rule dach: round robin of team south chose Rita; 1 other could have taken it.");
    assertThat(routingRow.candidates()).containsExactly("ben", "rita");
    assertThat(routingRow.skipped())
        .contains(new RoutingRow.SkippedRep("kim", SkipReason.ABSENT, "away until they are back"));
    assertThat(routingRow.replay()).isEqualTo(new RoutingRow.Replay("rita", true));
  }

  @Test
  void a_replay_that_finds_somebody_else_says_so() {
    assertThat(line("dach", "ben", 3L, null, null, rita, ben).replay())
        .isEqualTo(new RoutingRow.Replay("rita", false));
  }

  @Test
  void an_owner_who_was_passed_over_is_named_first() {
    PassedOver kims = new PassedOver("kim", SkipReason.ABSENT, "away until they are back");
    assertThat(line("account-owner", "rita", 3L, null, kims, rita).text())
        .isEqualTo(
            "Kim, who owns this account, was skipped: away until they are back. Rule"
                + " account-owner: round robin of team south chose Rita; nobody else could take it.");
  }

  @Test
  void a_lead_for_nobody_says_that_it_waits() {
    RoutingRow routingRow = line("left", null, null, null, null, kim);
    assertThat(routingRow.text())
        .isEqualTo("Its owner left: nobody in team south could take it; it waits for a manager.");
    assertThat(routingRow.candidates()).isEmpty();
    assertThat(routingRow.replay().same()).isTrue();
  }

  @Test
  void a_skill_is_told_whether_somebody_had_it_or_not() {
    assertThat(line("dach", "rita", 3L, "de", null, rita).text()).contains("with the skill 'de'");
    Candidate plain = new Candidate("rita", 1, 0, 1, true, false, null, null);
    assertThat(line("dach", "rita", 3L, "de", null, plain).text())
        .contains("(nobody there has the skill 'de')");
  }

  @Test
  void without_a_turn_it_says_how_the_lead_came_to_its_owner() {
    assertThat(plain("deal-owner", "rita", "rule"))
        .isEqualTo("Rule deal-owner: Rita owns this account already; no round robin.");
    assertThat(plain("reassigned", "rita", "mona")).isEqualTo("Mona reassigned it to Rita.");
    assertThat(plain("claimed", "rita", "rita")).isEqualTo("Rita claimed or answered it.");
    assertThat(plain("dach", null, "rule"))
        .isEqualTo("Rule dach: offered to team south, which claims its leads.");
  }

  private static String plain(String rule, String owner, String by) {
    return RoutingRow.of(
            new LedgerEntry("h", NOW, owner, "south", rule, by, null, null, null),
            NAMES,
            PageTexts.ENGLISH)
        .text();
  }

  private static RoutingRow line(
      String rule, String owner, Long turn, String skill, PassedOver before, Candidate... reps) {
    ChoiceInput input = new ChoiceInput(0, skill, before, List.of(reps));
    return RoutingRow.of(
        new LedgerEntry("h", NOW, owner, "south", rule, "rule", turn, skill, input),
        NAMES,
        PageTexts.ENGLISH);
  }
}
