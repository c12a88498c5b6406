package dev.baton.know.account;

import dev.baton.lead.Profile;
import dev.baton.score.Score;
import dev.baton.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Somebody of a company.
 *
 * @param counted what they did, without what no person meant (rule R16)
 * @param role in a purchase, by the table {@code buying-role}; empty where the title doesn't tell
 */
record AccountPerson(
    String leadId, Profile profile, List<Signal> counted, Score score, String role) {
  /** What is known of the company, or happened to a mail, is no act of a person. */
  private static final Set<String> NO_ACT =
      Set.of(
          "funding_event", "hiring_event", "review_site_research", "email_bounced", "unsubscribed");

  private static final Duration LATELY = Duration.ofDays(30);

  boolean isActive(Instant now) {
    return counted.stream()
        .filter(signal -> !NO_ACT.contains(signal.type()))
        .anyMatch(signal -> signal.occurredAt().isAfter(now.minus(LATELY)));
  }

  long times(Set<String> types, Instant since) {
    return counted.stream()
        .filter(signal -> types.contains(signal.type()) && signal.occurredAt().isAfter(since))
        .count();
  }
}
