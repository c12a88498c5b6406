package dev.baton.insight;

import dev.baton.handoff.record.OwnerAssigned;
import dev.baton.insight.funnel.Dimension;
import dev.baton.insight.funnel.FunnelBasis;
import dev.baton.insight.rollup.InstantRange;
import dev.baton.insight.sla.SlaDimension;
import dev.baton.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Whatever happens in whatever order, folded in at whatever moments: roll-up and changes together
 * are what the entries add up to.
 */
class RollUpPropertyTest {
  private static final Instant START = Instant.parse("2026-08-20T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-10T15:30:00Z");
  private static final List<InstantRange> RANGES =
      List.of(
          InstantRange.EVERYTHING,
          new InstantRange(
              Instant.parse("2026-09-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z")),
          new InstantRange(
              Instant.parse("2026-08-25T11:17:00Z"), Instant.parse("2026-10-20T18:00:01Z")),
          new InstantRange(
              Instant.parse("2026-09-12T03:00:00Z"), Instant.parse("2026-09-12T21:00:00Z")));

  @Property(tries = 5)
  void figures_are_what_the_entries_add_up_to(@ForAll long seed) {
    compare(seed);
  }

  @Property(tries = 100)
  @Tag("nightly")
  void figures_are_what_the_entries_add_up_to_in_a_hundred_lives(@ForAll long seed) {
    compare(seed);
  }

  private static void compare(long seed) {
    try (FigureScenario exact = new FigureScenario(Database.H2, NOW, ZoneOffset.UTC);
        FigureScenario rough = new FigureScenario(Database.H2.source(), NOW, ZoneOffset.UTC, 0)) {
      new Life(exact, new Random(seed)).live(120);
      for (InstantRange range : RANGES) {
        for (Dimension by : Dimension.values()) {
          for (FunnelBasis basis : FunnelBasis.values()) {
            new FigureComparison(exact, NOW).onFunnel(by, basis, range, 0);
            new FigureComparison(rough, NOW).onFunnel(by, basis, range, 0.01);
          }
          new FigureComparison(exact, NOW).onRejections(by, range);
        }
        for (SlaDimension by : SlaDimension.values()) {
          new FigureComparison(exact, NOW).onSla(by, range, 0);
          new FigureComparison(rough, NOW).onSla(by, range, 0.01);
        }
      }
    }
  }

  /** Random facts, late and repeated ones too, and now and then the folding. */
  private record Life(
      FigureScenario story,
      Random random,
      Map<Integer, FigureScenario.Handoff> handoffs,
      Map<Integer, FigureScenario.Watch> watches) {

    Life(FigureScenario story, Random random) {
      this(story, random, new HashMap<>(), new HashMap<>());
    }

    void live(int facts) {
      for (int fact = 0; fact < facts; fact++) {
        happen(fact);
      }
    }

    private void happen(int fact) {
      int which = random.nextInt(12);
      FigureScenario.Handoff handoff = handoffs.get(which);
      FigureScenario.Watch watch = watches.get(which);
      switch (random.nextInt(12)) {
        case 0 -> story.lead("l" + fact, oneOf("a", null), oneOf("spring", null), any());
        case 1 -> story.signal("l" + random.nextInt(fact + 1), oneOf("b", null), "fall", any());
        case 2, 3, 4 -> {
          if (handoff == null) {
            handoffs.put(which, story.mql("h" + which, oneOf("a", "b", null), any()));
          } else {
            handoff.reached(
                oneOf(Stage.SAL, Stage.SQL, Stage.OPPORTUNITY, Stage.CUSTOMER), hours());
          }
        }
        case 5 -> {
          if (handoff != null) {
            handoff.ownedBy(oneOf("rita", "ben"));
          }
        }
        case 6 -> {
          if (handoff != null) {
            handoff.deal(String.valueOf(random.nextInt(1000)), oneOf("EUR", "USD"));
          }
        }
        case 7 -> {
          if (handoff != null) {
            close(handoff);
          }
        }
        case 8, 9 -> {
          if (watch == null) {
            Instant start = instant();
            watches.put(
                which,
                story.watch(
                    which,
                    "h" + which,
                    oneOf("review", "route"),
                    oneOf("rita", "ben", null),
                    start.toString(),
                    start.plus(Duration.ofMinutes(10 + random.nextInt(6000))).toString()));
          } else {
            answer(watch);
          }
        }
        case 10 ->
            story.tell(new OwnerAssigned("h" + which, "x", "ben", "default", false, "rule", NOW));
        default -> story.fold();
      }
    }

    private void close(FigureScenario.Handoff handoff) {
      switch (random.nextInt(3)) {
        case 0 -> handoff.closed("won", "opportunity", null, hours());
        case 1 -> handoff.closed("lost", "opportunity", oneOf("no_budget", "competitor"), hours());
        default -> handoff.closed("rejected", "review", oneOf("low_intent", "wrong_icp"), hours());
      }
    }

    private void answer(FigureScenario.Watch watch) {
      switch (random.nextInt(5)) {
        case 0 -> watch.met(watch.due().minusSeconds(random.nextInt(600)).toString());
        case 1 -> watch.missed();
        case 2 -> watch.answeredLate(watch.due().plusSeconds(random.nextInt(99999)).toString());
        case 3 -> watch.voided(told(watch.due().plusSeconds(random.nextInt(200) - 100)));
        default -> watch.pulledTo(watch.due().plusSeconds(random.nextInt(9999)).toString());
      }
    }

    /** What happens to a question is told when it happens, and no later than now. */
    private static String told(Instant at) {
      return (at.isAfter(NOW) ? NOW : at).toString();
    }

    private double hours() {
      return random.nextInt(40_000) / 60.0;
    }

    private String any() {
      return instant().toString();
    }

    private Instant instant() {
      return START.plus(Duration.ofSeconds(random.nextInt(80 * 86_400)));
    }

    @SafeVarargs
    private <T> T oneOf(T... words) {
      return words[random.nextInt(words.length)];
    }
  }
}
