package dev.baton.access.token;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
      people.active(Role.ADMIN).forEach(person -> outbox.tell(notice(token, person)));
    }
  }

  private static Notice notice(Token token, Person reader) {
    Instant end = Objects.requireNonNull(token.terms().expiresAt());
    return Notice.note(
        "token:%s:%d:%s".formatted(token.id(), end.toEpochMilli(), reader.id()),
        NoticeKind.TOKEN_EXPIRY,
        reader.id(),
        NoticeContent.of(
            Text.of(
                "token_expiry",
                Map.of("token", token.name(), "day", LocalDate.ofInstant(end, reader.zone()))),
            "/settings#tokens",
            List.of(Text.of("token_expiry_then"), Text.of("token_expiry_before"))));
  }
}
