package dev.baton.handoff.notice;

import dev.baton.engine.DecisionFailure;
import dev.baton.lead.Accounts;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.Profile;
import dev.baton.score.Score;
import dev.baton.score.ScoreFacts;
import dev.baton.score.Scores;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told of a lead at an instant; each part is read when it is first asked for. */
final class KnownLead {
  private final String id;
  private final Instant at;
  private final Leads leads;
  private final Accounts accounts;
  private final Scores scores;
  private @Nullable Lead lead;
  private @Nullable Profile profile;
  private @Nullable ScoreFacts facts;
  private @Nullable Score score;
  private @Nullable String account;

  KnownLead(String id, Instant at, Leads leads, Accounts accounts, Scores scores) {
    this.id = id;
    this.at = at;
    this.leads = leads;
    this.accounts = accounts;
    this.scores = scores;
  }

  /** All of it was read with that of others. */
  void know(Lead read, ScoreFacts known, String accountName) {
    lead = read;
    facts = known;
    account = accountName;
  }

  /** What its score is computed from. */
  ScoreFacts facts() {
    if (facts == null) {
      facts = scores.facts(id, at);
    }
    return facts;
  }

  /** For who only reads it: while a table fails, what was recorded last. */
  Score score() {
    if (score == null) {
      score = computed().orElseGet(() -> scores.shown(id, at));
    }
    return score;
  }

  private Optional<Score> computed() {
    try {
      return Optional.of(scores.of(facts(), at));
    } catch (DecisionFailure failure) {
      return Optional.empty();
    }
  }

  /** Name, title and company in one line. */
  String who() {
    Optional<String> person =
        profile()
            .name()
            .or(() -> Optional.ofNullable(lead().email()))
            .or(() -> Optional.ofNullable(lead().externalId()));
    return Stream.of(person, profile().get("jobTitle"), company())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /** The company that the lead named, else its account. */
  Optional<String> company() {
    return profile()
        .get("company")
        .or(() -> Optional.of(account()).filter(name -> !name.isEmpty()));
  }

  Optional<String> accountId() {
    return Optional.ofNullable(lead().accountId());
  }

  Optional<String> email() {
    return Optional.ofNullable(lead().email());
  }

  Optional<String> known(String field) {
    return profile().get(field);
  }

  /** Empty without one, or without a name. */
  private String account() {
    if (account == null) {
      account = Optional.ofNullable(lead().accountId()).flatMap(accounts::name).orElse("");
    }
    return account;
  }

  private Profile profile() {
    if (profile == null) {
      profile = facts == null ? Profile.of(leads.profileLog(id), at) : facts.profile();
    }
    return profile;
  }

  private Lead lead() {
    if (lead == null) {
      lead = leads.find(id).orElseThrow();
    }
    return lead;
  }
}
