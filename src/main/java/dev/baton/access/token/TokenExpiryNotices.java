package dev.baton.access.token;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notices of tokens that end soon, to administrators: each once, two weeks before. */
@Component
class TokenExpiryNotices {
  static final Duration BEFORE = Duration.ofDays(14);

  private final Tokens tokens;
  private final People people;
  private final Outbox outbox;
  private final Clock clock;

  TokenExpiryNotices(Tokens tokens, People people, Outbox outbox, Clock clock) {
    this.tokens = tokens;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void tell() {
    Instant now = clock.instant();
    for (Token token : tokens.expiring(now, now.plus(BEFORE))) {
      people.withRole(Role.ADMIN).stream()
          .filter(Person::active)
          .forEach(person -> outbox.tell(notice(token, person)));
    }
  }

  private static Notice notice(Token token, Person reader) {
    Instant end = Objects.requireNonNull(token.terms().expiresAt());
    String headline =
        "The token of %s ends on %s"
            .formatted(token.name(), LocalDate.ofInstant(end, reader.zone()));
    LeadBriefing briefing =
        LeadBriefing.note(
            headline,
            null,
            "/settings#tokens",
            List.of(
                "From then on what this machine sends is refused.",
                "Make another token and give it to the machine before."));
    return new Notice(
        "token:%s:%d:%s".formatted(token.id(), end.toEpochMilli(), reader.id()),
        NoticeKind.TOKEN_EXPIRY,
        null,
        null,
        reader.id(),
        headline,
        briefing);
  }
}
