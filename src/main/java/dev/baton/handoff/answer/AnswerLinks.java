package dev.baton.handoff.answer;

import dev.baton.BatonSettings;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.handoff.answer.AnswerLink.Standing;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.sql.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
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

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

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
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Instant now = clock.instant();
    db.sql(
            """
            insert into answer_link (hash, deadline_id, person, created_at, expires_at)
            values (:hash, :deadline, :person, :now, :expires)
            """)
        .param("hash", hash(token))
        .param("deadline", deadline)
        .param("person", person)
        .param("now", Sql.timestamp(now))
        .param("expires", Sql.timestamp(now.plus(LIFE)))
        .update();
    return Optional.of(publicUrl + "/answer/" + token);
  }

  /** The link of this token as it stands now; empty when there never was one. */
  public Optional<AnswerLink> find(String token) {
    return TOKEN.matcher(token).matches()
        ? row(hash(token))
            .filter(row -> people.find(row.person()).filter(Person::active).isPresent())
            .map(this::link)
        : Optional.empty();
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
        .query(
            (rs, number) ->
                new Row(
                    rs.getString("hash"),
                    rs.getLong("deadline_id"),
                    rs.getString("person"),
                    Sql.instant(rs, "expires_at"),
                    Sql.instantOrNull(rs, "used_at")))
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

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
