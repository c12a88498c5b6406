package dev.baton.demo.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the story: who comes when, does what and has which fate. */
public final class ScenarioGenerator {
  /**
   * How long ago the fresh leads came, in minutes. Six reps take turns, so each gets one of every
   * line: just in, waiting, due within the hour, overdue, and two that only warmed up.
   */
  private static final int[] FRESH_MINUTES = {
    4, 9, 14, 19, 25, 31, //
    58, 70, 82, 95, 108, 120, //
    182, 189, 197, 205, 214, 222, //
    250, 263, 277, 291, 304, 322, //
    1160, 1190, 1220, 1250, 1290, 1330, //
    1460, 1475, 1490, 1505, 1530, 1560
  };

  private static final int A_DAY_AGO = 1000;

  private static final Map<String, List<String>> CAMPAIGNS =
      Map.of(
          "webinar", List.of("webinar-clean-handoffs", "webinar-forecasting"),
          "paid_search", List.of("search-brand", "search-competitors"),
          "social", List.of("linkedin-revops"),
          "outbound", List.of("outbound-saas-dach", "outbound-new-funding"),
          "referral", List.of("partner-program"));

  private final Random random;
  private final SampleLeads sampleLeads;
  private final Instant now;

  public ScenarioGenerator(Random random, Instant now) {
    this.random = random;
    this.sampleLeads = new SampleLeads(random);
    this.now = now;
  }

  public List<LeadScenario> plots(int leads) {
    List<LeadScenario> plots = new ArrayList<>();
    for (ScenarioOutcome outcome : ScenarioOutcome.values()) {
      int count = outcome.among(leads);
      for (int i = 0; i < count; i++) {
        plots.add(plot(outcome, i, count));
      }
    }
    return plots;
  }

  private LeadScenario plot(ScenarioOutcome outcome, int i, int count) {
    Duration ago = Duration.ofMinutes(FRESH_MINUTES[i * FRESH_MINUTES.length / count]);
    SignalSequence sequence = SignalSequence.of(mood(outcome, ago), random.nextInt(1000));
    String source = source(outcome, sequence);
    List<String> campaigns = CAMPAIGNS.getOrDefault(source, List.of());
    return new LeadScenario(
        outcome,
        prospect(outcome),
        sequence,
        outcome == ScenarioOutcome.FRESH ? now.minus(ago) : moment(outcome, i, count),
        source,
        campaigns.isEmpty() ? null : campaigns.get(random.nextInt(campaigns.size())));
  }

  private static SignalSequence.Mood mood(ScenarioOutcome outcome, Duration ago) {
    return outcome == ScenarioOutcome.FRESH && ago.toMinutes() > A_DAY_AGO
        ? SignalSequence.Mood.JUST_WARM
        : outcome.mood();
  }

  private SampleLead prospect(ScenarioOutcome outcome) {
    return switch (outcome) {
      case WRONG_ICP -> sampleLeads.strange();
      case BROWSING -> random.nextInt(3) == 0 ? sampleLeads.strange() : sampleLeads.looking();
      case ALMOST, LOW_INTENT, WON_QUIETLY -> sampleLeads.ideal();
      default -> sampleLeads.fitting();
    };
  }

  /** Spread evenly over the fate's days, mostly at office hours, seldom at a weekend. */
  private Instant moment(ScenarioOutcome outcome, int i, int count) {
    double span = outcome.firstDay() - outcome.lastDay();
    double daysAgo = outcome.firstDay() - span * (i + random.nextDouble()) / count;
    ZonedDateTime day =
        now.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60))).atZone(ZoneOffset.UTC);
    boolean officeHours = random.nextInt(10) < 8;
    ZonedDateTime at =
        day.withHour(officeHours ? 7 + random.nextInt(9) : random.nextInt(24))
            .withMinute(random.nextInt(60));
    boolean weekend =
        at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
    Instant moment = (weekend && random.nextInt(8) > 0 ? at.plusDays(2) : at).toInstant();
    return moment.isBefore(now.minus(Duration.ofHours(6))) ? moment : moment.minus(oneDay());
  }

  private static Duration oneDay() {
    return Duration.ofDays(1);
  }

  private String source(ScenarioOutcome outcome, SignalSequence sequence) {
    if (outcome.mood() == SignalSequence.Mood.IS_CALLED) {
      return "outbound";
    }
    if (has(sequence, "webinar_registered")) {
      return "webinar";
    }
    if (has(sequence, "ad_clicked")) {
      return "paid_search";
    }
    if (has(sequence, "social_engaged")) {
      return "social";
    }
    return random.nextInt(4) == 0 ? "referral" : "organic_search";
  }

  private static boolean has(SignalSequence sequence, String type) {
    return sequence.acts().stream().anyMatch(act -> act.type().equals(type));
  }
}
