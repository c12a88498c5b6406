package dev.baton.handoff.answer;

import dev.baton.BatonSettings;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.handoff.answer.AnswerLink.Standing;
import dev.baton.input.SecretToken;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.sql.RecordRows;
import dev.baton.sql.Sql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links in mails, kept as SHA-256 hashes: each answers one round of one question as one person,
 * once, within seven days (rule R15).
 */
@Component
public class AnswerLinks implements AnswerLinkIssuer {
  public static final Duration LIFE = Duration.ofDays(7);

  private final JdbcClient db;
  private final LinkedQuestions questions;
  private final People people;
  private final Clock clock;
  private final String publicUrl;

  AnswerLinks(
      JdbcClient db,
      LinkedQuestions questions,
      People people,
      Clock clock,
      BatonSettings settings) {
    this.db = db;
    this.questions = questions;
    this.people = people;
    this.clock = clock;
    this.publicUrl = settings.publicUrl();
  }

  @Override
  public Optional<String> link(long deadline, String person) {
    if (questions.of(deadline).standing(person) != Standing.OPEN) {
      return Optional.empty();
    }
    SecretToken token = SecretToken.random();
    Instant now = clock.instant();
    db.sql(
            """
            insert into answer_link (hash, deadline_id, person, created_at, expires_at)
            values (:hash, :deadline, :person, :now, :expires)
            """)
        .param("hash", token.hash())
        .param("deadline", deadline)
        .param("person", person)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
    return Optional.of(publicUrl + "/answer/" + token.text());
  }

  /** The link of this token as it stands now; empty when there never was one. */
  public Optional<AnswerLink> find(String token) {
    return SecretToken.read(token)
        .flatMap(secret -> row(secret.hash()))
        .filter(row -> people.find(row.person()).filter(Person::active).isPresent())
        .map(this::link);
  }

  /** Uses it up within the transaction of the answer; false when it does not answer any more. */
  public boolean use(AnswerLink link) {
    return row(link.hash()).filter(row -> link(row).isOpen()).isPresent()
        && db.sql("update answer_link set used_at = :now where hash = :hash and used_at is null")
                .param("now", Sql.timestamp(clock.instant()))
                .param("hash", link.hash())
                .update()
            == 1;
  }

  private record Row(
      String hash, long deadlineId, String person, Instant expiresAt, @Nullable Instant usedAt) {}

  private Optional<Row> row(String hash) {
    return db.sql("select * from answer_link where hash = :hash")
        .param("hash", hash)
        .query(RecordRows.of(Row.class))
        .optional();
  }

  private AnswerLink link(Row row) {
    LinkedQuestion asked = questions.of(row.deadlineId());
    Standing standing = asked.answer() == null ? asked.standing(row.person()) : Standing.ANSWERED;
    boolean late = row.usedAt() != null || !clock.instant().isBefore(row.expiresAt());
    return new AnswerLink(
        row.hash(),
        asked.handoff(),
        asked.deadline(),
        row.person(),
        row.expiresAt(),
        standing == Standing.OPEN && late ? Standing.EXPIRED : standing,
        asked.answer());
  }
}
