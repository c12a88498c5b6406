package dev.baton.know.scorecard;

import dev.baton.engine.DecisionSnapshot;
import dev.baton.lead.Profile;
import dev.baton.score.JobLevel;
import dev.baton.score.ScoreFacts;
import dev.baton.score.SignalDetails;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalScreening;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What was known of a lead, as a scoring table would be asked about it.
 *
 * @param fields texts and numbers; what isn't known isn't in it
 * @param signals by type how much of it has not faded yet, from 1 down to 0
 */
record LeadFeatures(Map<Field, Object> fields, Map<String, Double> signals) {

  static LeadFeatures of(ScoreFacts facts, Instant at, DecisionSnapshot tables) {
    Profile profile = facts.profile();
    Map<Field, Object> fields = new HashMap<>();
    profile.companySize().ifPresent(size -> fields.put(Field.COMPANY_SIZE, size));
    profile
        .get("industry")
        .ifPresent(industry -> fields.put(Field.INDUSTRY, industry.toLowerCase(Locale.ROOT)));
    profile.get("country").ifPresent(country -> fields.put(Field.COUNTRY, country));
    String level = profile.get("jobTitle").isEmpty() ? null : JobLevel.of(profile, tables);
    if (level != null) {
      fields.put(Field.LEVEL, level);
    }
    SignalDetails.source(facts.signals()).ifPresent(source -> fields.put(Field.SOURCE, source));
    SignalDetails.properties(facts.signals())
        .forEach((name, value) -> fields.put(Field.property(name), value));
    return new LeadFeatures(fields, signals(facts, at, tables));
  }

  private static Map<String, Double> signals(
      ScoreFacts facts, Instant at, DecisionSnapshot tables) {
    Set<String> flagged = SignalScreening.flags(facts.signals()).keySet();
    Map<String, Double> signals = new HashMap<>();
    for (Signal signal : facts.signals()) {
      if (!flagged.contains(signal.id()) && !signal.type().equals(CaseFacts.ORIGIN)) {
        signals.merge(signal.type(), left(signal, at, tables), Math::max);
      }
    }
    return signals;
  }

  /** As the points of a contribution fade (rule R12). */
  private static double left(Signal signal, Instant at, DecisionSnapshot tables) {
    long age = Duration.between(signal.occurredAt(), at).toDays();
    return tables.rows("score-decay", Map.of("axis", "behaviour")).stream()
        .findFirst()
        .map(
            row -> {
              double full = row.number("full");
              double zero = row.number("zero");
              return age <= full ? 1 : age >= zero ? 0 : (zero - age) / (zero - full);
            })
        .orElse(1.0);
  }
}
