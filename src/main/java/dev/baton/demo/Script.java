package dev.baton.demo;

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
final class Script {
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
  private final Prospects prospects;
  private final Instant now;

  Script(Random random, Instant now) {
    this.random = random;
    this.prospects = new Prospects(random);
    this.now = now;
  }

  List<Plot> plots(int leads) {
    List<Plot> plots = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      int count = fate.among(leads);
      for (int i = 0; i < count; i++) {
        plots.add(plot(fate, i, count));
      }
    }
    return plots;
  }

  private Plot plot(Fate fate, int i, int count) {
    Duration ago = Duration.ofMinutes(FRESH_MINUTES[i * FRESH_MINUTES.length / count]);
    Journey journey = Journey.of(mood(fate, ago), random.nextInt(1000));
    String source = source(fate, journey);
    List<String> campaigns = CAMPAIGNS.getOrDefault(source, List.of());
    return new Plot(
        fate,
        prospect(fate),
        journey,
        fate == Fate.FRESH ? now.minus(ago) : moment(fate, i, count),
        source,
        campaigns.isEmpty() ? null : campaigns.get(random.nextInt(campaigns.size())));
  }

  private static Journey.Mood mood(Fate fate, Duration ago) {
    return fate == Fate.FRESH && ago.toMinutes() > A_DAY_AGO ? Journey.Mood.JUST_WARM : fate.mood();
  }

  private Prospect prospect(Fate fate) {
    return switch (fate) {
      case WRONG_ICP -> prospects.strange();
      case BROWSING -> random.nextInt(3) == 0 ? prospects.strange() : prospects.looking();
      default -> prospects.fitting();
    };
  }

  /** Spread evenly over the fate's days, mostly at office hours, seldom at a weekend. */
  private Instant moment(Fate fate, int i, int count) {
    double span = fate.firstDay() - fate.lastDay();
    double daysAgo = fate.firstDay() - span * (i + random.nextDouble()) / count;
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

  private String source(Fate fate, Journey journey) {
    if (fate.mood() == Journey.Mood.IS_CALLED) {
      return "outbound";
    }
    if (has(journey, "webinar_registered")) {
      return "webinar";
    }
    if (has(journey, "ad_clicked")) {
      return "paid_search";
    }
    if (has(journey, "social_engaged")) {
      return "social";
    }
    return random.nextInt(4) == 0 ? "referral" : "organic_search";
  }

  private static boolean has(Journey journey, String type) {
    return journey.acts().stream().anyMatch(act -> act.type().equals(type));
  }
}
