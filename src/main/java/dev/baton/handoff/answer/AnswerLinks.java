package dev.baton.handoff.answer;

import dev.baton.BatonSettings;
import dev.baton.alert.message.AnswerLinkIssuer;
import dev.baton.handoff.answer.AnswerLink.Standing;
import dev.baton.handoff.deadline.Deadline;
import dev.baton.handoff.deadline.Deadlines;
import dev.baton.handoff.record.AnswerLog;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
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
  private final Handoffs handoffs;
  private final Deadlines deadlines;
  private final AnswerLog log;
  private final People people;
  private final Clock clock;
  private final String publicUrl;
  private final Duration kept;

  AnswerLinks(
      JdbcClient db,
      Handoffs handoffs,
      Deadlines deadlines,
      AnswerLog log,
      People people,
      Clock clock,
      BatonSettings settings,
      AnswerLinkSettings kept) {
    this.db = db;
    this.handoffs = handoffs;
    this.deadlines = deadlines;
    this.log = log;
    this.people = people;
    this.clock = clock;
    this.publicUrl = settings.publicUrl();
    this.kept = kept.answerLinks();
  }

  /** A link that is long over says nothing to anybody any more. */
  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT1H")
  public void forget() {
    db.sql("delete from answer_link where expires_at < :before")
        .param("before", Sql.timestamp(clock.instant().minus(kept)))
        .update();
  }

  @Override
  public Optional<String> link(long deadline, String person) {
    Deadline asked = deadlines.find(deadline);
    Handoff handoff = handoffs.find(asked.handoffId()).orElseThrow();
    if (standing(handoff, asked, person, null) != Standing.OPEN) {
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
      String hash, long deadlineId, String person, Instant expiresAt, Instant usedAt) {}

  private Optional<Row> row(String hash) {
    return db.sql("select * from answer_link where hash = :hash")
        .param("hash", hash)
        .query(
            (rs, number) -> {
              return new Row(
                  rs.getString("hash"),
                  rs.getLong("deadline_id"),
                  rs.getString("person"),
                  Sql.instant(rs, "expires_at"),
                  Sql.instantOrNull(rs, "used_at"));
            })
        .optional();
  }

  private AnswerLink link(Row row) {
    Deadline asked = deadlines.find(row.deadlineId());
    Handoff handoff = handoffs.find(asked.handoffId()).orElseThrow();
    AnswerLog.Entry answer = answer(asked);
    Standing standing = standing(handoff, asked, row.person(), answer);
    boolean late = row.usedAt() != null || !clock.instant().isBefore(row.expiresAt());
    return new AnswerLink(
        row.hash(),
        handoff,
        asked,
        row.person(),
        row.expiresAt(),
        standing == Standing.OPEN && late ? Standing.EXPIRED : standing,
        answer);
  }

  /** A question is answered once: by whom is in the log, whoever owned it in which round. */
  private AnswerLog.Entry answer(Deadline asked) {
    return log.of(asked.handoffId()).stream()
        .filter(entry -> entry.question().equals(asked.clock()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static Standing standing(
      Handoff handoff, Deadline asked, String person, AnswerLog.Entry answer) {
    if (answer != null) {
      return Standing.ANSWERED;
    }
    if (handoff.isClosed() || !handoff.mayAsk(asked.clock())) {
      return Standing.GONE;
    }
    boolean theirs = person.equals(handoff.owner()) && asked.stoppedAt() == null;
    return theirs ? Standing.OPEN : Standing.HANDED_OVER;
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
