package dev.baton.routing;

import static dev.baton.routing.AssignmentTestBed.TEAM;
import static dev.baton.routing.AssignmentTestBed.counts;
import static dev.baton.routing.AssignmentTestBed.share;
import static dev.baton.routing.AssignmentTestBed.spread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.people.Role;
import dev.baton.routing.FairChoice.Skill;
import dev.baton.routing.FairChoice.Skipped;
import dev.baton.sla.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose turn it is, on the ledger. 2 March 2026 is a Monday. */
class FairAssignmentTest {
  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();
  private AssignmentTestBed team;

  @BeforeEach
  void an_empty_team() {
    team = new AssignmentTestBed(scenario);
  }

  @Test
  void five_hundred_turns_are_spread_evenly_at_every_moment() {
    String[] reps = {"a", "b", "c", "d", "e", "f", "g"};
    team.hire(reps);
    List<String> taken = new ArrayList<>();

    for (int i = 0; i < 500; i++) {
      taken.add(team.take());
      assertThat(spread(taken, reps)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void a_tie_goes_to_who_waited_longest_and_then_by_name() {
    team.hire("d", "b", "c", "a");

    assertThat(team.take(8)).containsExactly("a", "b", "c", "d", "a", "b", "c", "d");
  }

  @Test
  void days_apart_the_turns_still_go_round() {
    String[] reps = {"a", "b", "c"};
    team.hire(reps);
    List<String> taken = new ArrayList<>();

    for (int day = 0; day < 30; day++) {
      taken.add(team.take());
    }

    assertThat(counts(taken)).isEqualTo(Map.of("a", 10L, "b", 10L, "c", 10L));
  }

  @Test
  void the_next_import_begins_where_the_last_one_ended() {
    String[] reps = {"a", "b", "c"};
    team.hire(reps);

    List<String> first = team.take(500);
    assertThat(spread(first, reps)).isLessThanOrEqualTo(1);
    List<String> second = team.take(500);

    assertThat(second.get(0)).isNotEqualTo(first.get(0));
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    assertThat(spread(both, reps)).isLessThanOrEqualTo(1);
  }

  @Test
  void who_leaves_in_the_middle_gets_no_more_turns() {
    team.hire("a", "b", "c");
    team.take(4);
    team.leaves("b");

    List<String> taken = team.take(100);

    assertThat(taken).doesNotContain("b");
    assertThat(spread(taken, "a", "c")).isZero();
  }

  @Test
  void who_is_on_leave_gets_no_turn_and_the_ledger_says_why() {
    team.hire("a", "b");
    team.isAway("b", MONDAY_NINE.minusSeconds(1), MONDAY_NINE.plus(Duration.ofDays(7)));

    assertThat(team.take(20)).doesNotContain("b");
    assertThat(skipped(team.take(MONDAY_NINE)))
        .containsExactly(new Skipped("b", SkipReason.ABSENT, "away until Mon 9 Mar, 09:00"));
  }

  @Test
  void an_absence_without_an_end_lasts_until_they_are_back() {
    team.hire("a", "b");
    team.isAway("b", MONDAY_NINE, null);

    assertThat(skipped(team.take(MONDAY_NINE.plus(Duration.ofDays(400)))))
        .containsExactly(new Skipped("b", SkipReason.ABSENT, "away until they are back"));
  }

  @Test
  void a_leave_ends_to_the_millisecond() {
    team.hire("a", "b");
    Instant back = MONDAY_NINE.plus(Duration.ofDays(1));
    team.isAway("b", MONDAY_NINE.minusSeconds(1), back);
    team.take(5);

    assertThat(team.take(back.minusMillis(1)).owner()).isEqualTo("a");
    assertThat(team.take(back).owner()).isEqualTo("b");
  }

  @Test
  void who_comes_back_from_holidays_makes_up_for_nothing() {
    team.hire("a", "b", "c");
    Instant back = MONDAY_NINE.plus(Duration.ofDays(14));
    team.take(3);
    team.isAway("b", MONDAY_NINE, back);
    IntStream.range(0, 50).forEach(i -> team.take(MONDAY_NINE));

    List<String> taken = IntStream.range(0, 30).mapToObj(i -> team.take(back).owner()).toList();

    assertThat(spread(taken, "a", "b", "c")).isLessThanOrEqualTo(1);
  }

  @Test
  void turns_that_are_skipped_are_shared_by_all_who_are_there() {
    team.hire("a", "b", "c", "backup", "e", "f");
    for (String away : List.of("a", "b", "c")) {
      team.isAway(away, MONDAY_NINE, null);
    }

    List<String> taken = team.take(99);

    assertThat(counts(taken)).isEqualTo(Map.of("backup", 33L, "e", 33L, "f", 33L));
  }

  @Test
  void weights_share_in_proportion_at_every_moment() {
    team.hire("one");
    team.hire("two", terms -> terms.withWeight(2));
    team.hire("three", terms -> terms.withWeight(3));
    List<String> taken = new ArrayList<>();

    for (int i = 0; i < 10; i++) {
      taken.addAll(team.take(6));
      assertThat(counts(taken))
          .isEqualTo(Map.of("one", i + 1L, "two", 2 * (i + 1L), "three", 3 * (i + 1L)));
    }
  }

  @Test
  void who_is_off_shift_gets_no_turn_while_others_work() {
    team.hire("a", terms -> terms.withHours(week("09:00-17:00")));
    team.hire("late", terms -> terms.withHours(week("14:00-22:00")));

    LedgerEntry morning = team.take(MONDAY_NINE);
    assertThat(morning.owner()).isEqualTo("a");
    assertThat(skipped(morning))
        .containsExactly(
            new Skipped("late", SkipReason.OFF_SHIFT, "off shift until Mon 2 Mar, 14:00"));
    assertThat(team.take(MONDAY_NINE.plus(Duration.ofHours(9))).owner()).isEqualTo("late");
  }

  @Test
  void when_nobody_works_the_lead_still_has_an_owner() {
    team.hire("a", terms -> terms.withHours(week("09:00-17:00")));
    team.hire("b", terms -> terms.withHours(week("09:00-17:00")));
    Instant sunday = Instant.parse("2026-03-01T03:00:00Z");

    assertThat(team.take(sunday).owner()).isEqualTo("a");
    assertThat(team.take(sunday).owner()).isEqualTo("b");
  }

  @Test
  void half_a_day_off_is_half_a_day() {
    team.hire("a", terms -> terms.withHours(week("09:00-12:00", "13:00-17:00")));
    team.hire("b");
    Instant lunch = MONDAY_NINE.plus(Duration.ofHours(3));
    team.isAway("a", lunch.plus(Duration.ofHours(1)), lunch.plus(Duration.ofHours(9)));

    assertThat(team.take(MONDAY_NINE).owner()).isEqualTo("a");
    assertThat(team.take(lunch).owner()).isEqualTo("b");
    assertThat(team.take(lunch.plus(Duration.ofHours(2))).owner()).isEqualTo("b");
  }

  @Test
  void a_daily_cap_ends_with_the_reps_own_day() {
    team.hire("tokyo", ZoneId.of("Asia/Tokyo"), terms -> terms.withDailyCap(2));
    team.hire("b");
    Instant beforeMidnightInTokyo = Instant.parse("2026-03-02T14:59:00Z");
    List<LedgerEntry> taken =
        IntStream.range(0, 8).mapToObj(i -> team.take(beforeMidnightInTokyo)).toList();

    assertThat(share(taken.stream().map(LedgerEntry::owner).toList(), "tokyo")).isEqualTo(2);
    assertThat(skipped(taken.get(7)))
        .containsExactly(new Skipped("tokyo", SkipReason.DAILY_CAP, "got 2 of 2 leads today"));
    Instant midnight = Instant.parse("2026-03-02T15:00:00Z");
    assertThat(List.of(team.take(midnight).owner(), team.take(midnight).owner()))
        .as("level with the others, and nothing made up for")
        .containsExactlyInAnyOrder("tokyo", "b");
  }

  @Test
  void a_full_desk_gets_no_turn() {
    team.hire("full", terms -> terms.withOpenCap(3));
    team.hire("b");
    team.hasOpen("full", 3);

    LedgerEntry entry = team.take(MONDAY_NINE);

    assertThat(entry.owner()).isEqualTo("b");
    assertThat(skipped(entry))
        .containsExactly(new Skipped("full", SkipReason.OPEN_CAP, "has 3 of 3 open leads"));
    team.hasOpen("full", 2);
    assertThat(team.take(MONDAY_NINE).owner()).isEqualTo("full");
  }

  @Test
  void who_let_leads_lie_gets_none_until_they_are_back() {
    team.hire("a", "b");
    team.people().isUnresponsive("a", MONDAY_NINE);

    assertThat(team.take(4)).containsOnly("b");
    assertThat(skipped(team.take(MONDAY_NINE)))
        .containsExactly(new Skipped("a", SkipReason.UNRESPONSIVE, "paused: missed leads"));
    team.people().isBack("a");
    assertThat(team.take(2)).contains("a");
  }

  @Test
  void when_everybody_lets_leads_lie_one_of_them_still_gets_it() {
    team.hire("a", "b", "c");
    team.people().isUnresponsive("a", MONDAY_NINE);
    team.people().isUnresponsive("b", MONDAY_NINE);
    team.leaves("c");

    assertThat(team.take(4)).containsExactlyInAnyOrder("a", "a", "b", "b");
    LedgerEntry entry = team.take(MONDAY_NINE);
    assertThat(entry.replay().owner()).isEqualTo(entry.owner());
  }

  @Test
  void a_french_lead_goes_to_who_speaks_french_and_that_counts_as_a_turn() {
    team.hire("a", "b");
    team.hire("fleur", terms -> terms.withSkills("FR", "payments"));

    LedgerEntry french = team.take(new RoutingPreference("france", null, TEAM, "fr"));
    assertThat(french.owner()).isEqualTo("fleur");
    assertThat(french.replay().skill()).isEqualTo(Skill.FOUND);
    assertThat(skipped(french)).extracting(Skipped::why).containsOnly(SkipReason.NO_SKILL);
    assertThat(team.take(2)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_skill_that_nobody_has_decides_nothing_and_the_ledger_says_so() {
    team.hire("a", "b");

    LedgerEntry entry = team.take(new RoutingPreference("pool", null, TEAM, "klingon"));

    assertThat(entry.owner()).isEqualTo("a");
    assertThat(entry.skill()).isEqualTo("klingon");
    assertThat(team.ledger().get(0).replay().skill()).isEqualTo(Skill.UNKNOWN);
  }

  @Test
  void nobody_with_the_skill_is_there_and_nobody_else_is_bothered() {
    team.hire("a");
    team.hire("fleur", terms -> terms.withSkills("fr"));
    team.isAway("fleur", MONDAY_NINE, null);

    LedgerEntry entry = team.take(new RoutingPreference("france", null, TEAM, "fr"));

    assertThat(entry.owner()).isNull();
    assertThat(skipped(entry))
        .extracting(Skipped::rep, Skipped::why)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("a", SkipReason.NO_SKILL),
            org.assertj.core.groups.Tuple.tuple("fleur", SkipReason.ABSENT));
  }

  @Test
  void many_leads_in_one_language_are_made_up_for_by_others() {
    team.hire("a", "b");
    team.hire("fleur", terms -> terms.withSkills("fr"));
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      taken.add(team.take(new RoutingPreference("france", null, TEAM, "fr")).owner());
    }

    taken.addAll(team.take(20));

    assertThat(spread(taken, "a", "b", "fleur")).isZero();
  }

  @Test
  void who_looks_after_the_company_gets_its_lead_without_taking_a_turn() {
    team.hire("a", "b");

    LedgerEntry entry = team.take(RoutingPreference.of("account-owner", "b", null, null));

    assertThat(entry.owner()).isEqualTo("b");
    assertThat(entry.turn()).isNull();
    assertThat(entry.team()).isEqualTo(TEAM);
    assertThat(team.take(3)).containsExactly("a", "b", "a");
  }

  @Test
  void an_owner_who_is_away_is_passed_over_for_a_turn_in_their_team() {
    team.hire("a", "b");
    team.isAway("b", MONDAY_NINE, null);

    LedgerEntry entry = team.take(RoutingPreference.of("account-owner", "b", null, null));

    assertThat(entry.owner()).isEqualTo("a");
    assertThat(entry.turn()).isEqualTo(1);
    assertThat(team.ledger().get(0).considered().passedOver())
        .isEqualTo(new ChoiceInput.PassedOver("b", SkipReason.ABSENT, "away until they are back"));
  }

  @Test
  void an_owner_who_left_or_is_no_rep_is_passed_over_too() {
    team.hire("a", "gone");
    team.leaves("gone");
    scenario.hire("boss", Role.MANAGER, TEAM);

    for (String owner : List.of("gone", "boss", "ghost")) {
      String inTeam = owner.equals("ghost") ? TEAM : null;
      LedgerEntry entry = team.take(RoutingPreference.of("account-owner", owner, inTeam, null));
      assertThat(entry.owner()).isEqualTo("a");
      assertThat(entry.considered().passedOver().skip()).isEqualTo(SkipReason.INACTIVE);
    }
  }

  @Test
  void a_lead_that_is_taken_away_does_not_come_back_to_the_same_person() {
    team.hire("a", "b", "c");
    RoutingRequest request =
        new RoutingRequest(
            "handoff",
            RoutingPreference.turn("reassign", TEAM),
            Set.of("a"),
            Set.of("c"),
            reps -> Map.of());

    LedgerEntry entry = team.take(request, MONDAY_NINE);

    assertThat(entry.owner()).isEqualTo("b");
    assertThat(skipped(entry))
        .containsExactly(
            new Skipped("a", SkipReason.HAD_IT, "had this lead before"),
            new Skipped("c", SkipReason.DECLINED, "declined this lead"));
  }

  @Test
  void teams_take_turns_of_their_own() {
    scenario.hire("x", Role.SALES, "apac");
    scenario.hire("y", Role.SALES, "apac");
    team.hire("a", "b");

    assertThat(team.take()).isEqualTo("a");
    assertThat(team.take(RoutingPreference.turn("pool", "apac")).owner()).isEqualTo("x");
    assertThat(team.take()).isEqualTo("b");
  }

  @Test
  void with_nobody_there_no_turn_is_taken_and_the_ledger_says_so() {
    LedgerEntry nobody = team.take(MONDAY_NINE);

    assertThat(nobody.owner()).isNull();
    assertThat(nobody.turn()).isNull();
    team.hire("a");
    assertThat(team.take()).isEqualTo("a");
    assertThat(team.ledger())
        .extracting(LedgerEntry::owner, LedgerEntry::turn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(null, null),
            org.assertj.core.groups.Tuple.tuple("a", 1L));
  }

  @Test
  void a_turn_that_is_rolled_back_was_never_taken() {
    team.hire("a", "b");
    team.transaction()
        .executeWithoutResult(
            status -> {
              RoutingRequest undone = team.call(RoutingPreference.turn("pool", TEAM));
              scenario.bean(FairAssignment.class).take(undone, scenario.now());
              status.setRollbackOnly();
            });

    assertThat(team.take()).isEqualTo("a");
    assertThat(team.ledger()).extracting(LedgerEntry::turn).containsExactly(1L);
  }

  @Test
  void fifty_at_once_take_each_turn_once() throws Exception {
    team.hire("a", "b", "c", "d", "e");
    Callable<String> one = team::take;
    List<String> taken = new ArrayList<>();
    var threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<String> turn : threads.invokeAll(Collections.nCopies(50, one))) {
        taken.add(turn.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(spread(taken, "a", "b", "c", "d", "e")).isZero();
    assertThat(team.ledger())
        .extracting(LedgerEntry::turn)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList());
  }

  @Test
  void a_crowd_of_candidates_does_not_stop_the_turn() {
    String[] crowd =
        IntStream.range(0, 300).mapToObj("rep-%020d"::formatted).toArray(String[]::new);
    team.hire(crowd);

    assertThat(team.take()).isEqualTo(crowd[0]);
    assertThat(team.ledger().get(0).considered().reps()).hasSize(300);
    assertThat(team.ledger().get(0).replay().owner()).isEqualTo(crowd[0]);
  }

  private static List<Skipped> skipped(LedgerEntry entry) {
    return entry.replay().skipped().stream()
        .filter(rep -> rep.why() != SkipReason.NOT_THEIR_TURN)
        .toList();
  }

  private static WorkingHours week(String... spans) {
    return WorkingHours.of(
        Map.of(
            "mon", Arrays.asList(spans),
            "tue", Arrays.asList(spans),
            "wed", Arrays.asList(spans),
            "thu", Arrays.asList(spans),
            "fri", Arrays.asList(spans)));
  }
}
