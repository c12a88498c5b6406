package dev.baton.know.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Leads whose outcomes are drawn by weights that are known. */
@SuppressWarnings("ArrayRecordComponent")
record PlantedLeads(List<LeadFeatures> leads, boolean[] outcomes) {
  static final Field PLAN = Field.property("plan");
  static final Field VISITS = Field.property("visits");
  static final Field NOISE = Field.property("noise");
  static final double PRO = 1.2;
  static final double MANY_VISITS = 0.9;
  static final double WEBINAR = 0.8;

  /**
   * Draws some.
   *
   * @param strength 1: as planted; 0: nothing tells the outcome
   */
  static PlantedLeads of(long seed, int n, double strength) {
    Random random = new Random(seed);
    List<LeadFeatures> leads = new ArrayList<>();
    boolean[] outcomes = new boolean[n];
    for (int i = 0; i < n; i++) {
      Map<Field, Object> fields = new HashMap<>();
      Map<String, Double> signals = new HashMap<>();
      double odds = -0.8;
      int plan = random.nextInt(3);
      if (plan > 0) {
        fields.put(PLAN, plan == 1 ? "pro" : "free");
      }
      odds += plan == 1 ? PRO : 0;
      int visits = random.nextInt(20);
      fields.put(VISITS, visits);
      odds += visits >= 12 ? MANY_VISITS : 0;
      fields.put(NOISE, "word" + random.nextInt(4));
      fields.put(Field.COMPANY_SIZE, random.nextInt(1000));
      if (random.nextBoolean()) {
        signals.put("webinar_attended", 1.0);
        odds += WEBINAR;
      }
      if (random.nextBoolean()) {
        signals.put("ad_clicked", 1.0);
      }
      leads.add(new LeadFeatures(fields, signals));
      double drawn = strength * odds - (1 - strength) * 0.4;
      outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-drawn));
    }
    return new PlantedLeads(leads, outcomes);
  }

  LearnedPoints learned() {
    return LearnedPoints.of(leads, outcomes);
  }
}
