package dev.baton.know.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Worlds in which it is known what goes with going on. */
class MilestoneRowsTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

  private final Random random = new Random(20);
  private final List<StageEntrant> entrants = new ArrayList<>();
  private final List<Set<String>> known = new ArrayList<>();

  private void add(String band, double goesOn, Set<String> keys) {
    entrants.add(
        new StageEntrant(
            "lead" + entrants.size(),
            AT,
            random.nextDouble() < goesOn ? AT.plusSeconds(60) : null,
            new StageEntrant.Ending("review", "low_intent"),
            band,
            null,
            null));
    known.add(keys);
  }

  private MilestoneRow row(String key) {
    return Milestones.rows(entrants, known).stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_planted_lift_is_found_within_its_interval() {
    for (int i = 0; i < 2_000; i++) {
      boolean has = random.nextInt(3) == 0;
      Set<String> keys = new TreeSet<>(Set.of("everybody"));
      keys.addAll(has ? Set.of("roi") : Set.of());
      add(i % 2 == 0 ? "hot" : "cool", (i % 2 == 0 ? 0.4 : 0.2) * (has ? 1.6 : 1), keys);
    }

    MilestoneRow roi = row("roi");

    assertThat(roi.tells()).isTrue();
    assertThat(roi.low().doubleValue()).isLessThan(1.6);
    assertThat(roi.high().doubleValue()).isGreaterThan(1.6);
    assertThat(roi.n()).isEqualTo(known.stream().filter(keys -> keys.contains("roi")).count());
    assertThat(row("everybody").lift()).as("nobody is without it").isNull();
  }

  @Test
  void what_only_goes_with_the_band_is_no_milestone() {
    for (int i = 0; i < 4_000; i++) {
      boolean hot = i % 2 == 0;
      boolean has = random.nextDouble() < (hot ? 0.8 : 0.1);
      add(hot ? "hot" : "cool", hot ? 0.6 : 0.1, has ? Set.of("page") : Set.of());
    }

    MilestoneRow page = row("page");

    assertThat(page.rate().doubleValue()).as("raw, it looks like one").isGreaterThan(0.45);
    assertThat(page.tells()).isFalse();
    assertThat(page.low().doubleValue()).isLessThan(1);
    assertThat(page.high().doubleValue()).isGreaterThan(1);
  }

  @Test
  void where_nothing_is_nothing_is_found() {
    int found = 0;
    for (int world = 0; world < 30; world++) {
      entrants.clear();
      known.clear();
      for (int i = 0; i < 600; i++) {
        Set<String> keys = new TreeSet<>();
        for (int k = 0; k < 20; k++) {
          if (random.nextDouble() < 0.3) {
            keys.add("key" + k);
          }
        }
        add("warm", 0.3, keys);
      }
      List<MilestoneRow> rows = Milestones.rows(entrants, known);
      assertThat(rows).hasSize(20);
      found += (int) rows.stream().filter(MilestoneRow::tells).count();
    }
    assertThat(found).as("of 600 rows").isLessThan(6);
  }

  @Test
  void with_few_on_one_side_there_is_no_lift() {
    for (int i = 0; i < 100; i++) {
      add("warm", 0.5, i < 19 ? Set.of("rare") : Set.of());
    }

    assertThat(row("rare").lift()).isNull();
    assertThat(row("rare").rate()).isNull();
    assertThat(row("rare").n()).isEqualTo(19);
  }
}
