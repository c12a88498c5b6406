package dev.baton.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to tell a person something: recorded in the caller's transaction, once a key and
 * channel, and delivered by a {@link Dispatcher} afterwards.
 *
 * <p>Delivery is at least once: a crash between a peer's yes and our note of it sends again when
 * the lease is over. A mail then carries the same Message-ID, by which mailboxes know it.
 */
@Component
public class Outbox {
  private final Notices notices;
  private final NoticeQueue queue;
  private final Alerts log;
  private final Readers readers;
  private final Wishes wishes;
  private final List<Messenger> messengers;
  private final QuietHours quietHours;
  private final ObjectMapper json;
  private final Clock clock;
  private final String publicUrl;
  private volatile String silence;

  Outbox(
      Notices notices,
      NoticeQueue queue,
      Alerts log,
      Readers readers,
      Wishes wishes,
      List<Messenger> messengers,
      QuietHours quietHours,
      ObjectMapper json,
      Clock clock,
      @Value("${baton.public-url}") String publicUrl) {
    this.notices = notices;
    this.queue = queue;
    this.log = log;
    this.readers = readers;
    this.wishes = wishes;
    this.messengers = messengers;
    this.quietHours = quietHours;
    this.json = json;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /**
   * Records a notice on every channel; the same key again does nothing. Somebody who left, is not
   * known, not named or not reached by any channel is told through their manager. Never fails for
   * want of a setting or an address: that is a row in state {@code skipped}, with the reason, and
   * so is a channel that the reader doesn't want.
   */
  @Transactional
  public void tell(Notice notice) {
    Reader reader = reachable(readers.of(notice.to()));
    for (Messenger messenger : messengers) {
      record(notice, reader, messenger, hindrance(reader, messenger));
    }
  }

  /** Tells a team in its own channel, if it has one; what all of it may read is in the pack. */
  @Transactional
  public void tellTeam(String team, Notice notice) {
    readers
        .ofTeam(team)
        .ifPresent(
            reader ->
                messengers.stream()
                    .filter(messenger -> messenger.channel().equals("slack"))
                    .forEach(
                        messenger ->
                            record(notice, reader, messenger, hindrance(reader, messenger))));
  }

  /** Whose addresses are all dead has a manager who reads it. */
  private Reader reachable(Reader reader) {
    List<String> works = wishes.channels();
    if (!reader.found() || works.isEmpty() || !wishes.reaching(reader.to()).isEmpty()) {
      return reader;
    }
    Reader manager = readers.insteadOf(reader.to(), works.get(0));
    return manager.found() ? manager : reader;
  }

  private String hindrance(Reader reader, Messenger messenger) {
    return reader.found()
        ? messenger
            .missing()
            .map(setting -> setting + " is not set")
            .orElseGet(() -> wishes.hindrance(reader.to(), messenger.channel()))
        : Dispatcher.NOBODY;
  }

  /** Records that a notice is deliberately not sent, and uses up its key. */
  @Transactional
  public void skip(Notice notice, String why) {
    Reader reader = readers.of(notice.to());
    messengers.forEach(messenger -> record(notice, reader, messenger, why));
  }

  /** Whatever is told during this work is recorded as skipped, for this reason. */
  public void silently(String why, Runnable work) {
    silence = why;
    try {
      work.run();
    } finally {
      silence = null;
    }
  }

  /**
   * Takes back what still waits, such as the reminder of a question that was answered during quiet
   * hours.
   *
   * @param which kinds of it, such as {@code Kind::endsWithAnswer}
   * @return how many deliveries were taken back
   */
  @Transactional
  public int withdraw(String handoffId, Predicate<Notice.Kind> which, String why) {
    return notices.withdraw(handoffId, which, why);
  }

  /** What was told about a lead belongs to the story of the one that it was merged into. */
  @Transactional
  public void follow(String leadId, String into) {
    notices.follow(leadId, into);
  }

  /** Whether nothing is due and nothing is on its way. */
  public boolean idle(Instant now) {
    return queue.idle(now);
  }

  /** What was told about a lead, or written to it, newest first. */
  public List<Alert> ofLead(String leadId) {
    return log.ofLead(leadId);
  }

  /**
   * Records a mail to a lead itself, which {@link LeadLetters} writes when it is sent; the same id
   * again does nothing.
   *
   * @return why it will not be sent, if that is known already
   */
  @Transactional
  public Optional<String> write(String id, String leadId, String subject) {
    Optional<String> hindrance =
        Optional.ofNullable(silence)
            .or(
                () ->
                    messengers.stream()
                        .filter(messenger -> messenger.channel().equals("email"))
                        .findFirst()
                        .flatMap(Messenger::missing)
                        .map(setting -> setting + " is not set"));
    Instant now = clock.instant();
    notices.add(
        new Notice(id, Notice.Kind.NURTURE, leadId, null, leadId, subject, null),
        LeadMail.CHANNEL,
        Reader.NOBODY,
        new Notices.Draft("", "{}", hindrance.orElse(null), now, now, false, id));
    return hindrance;
  }

  private void record(Notice notice, Reader reader, Messenger messenger, String hindrance) {
    Instant now = clock.instant();
    Letter letter =
        Letter.to(reader, notice.kind(), notice.subject(), notice.pack(), now, publicUrl);
    Instant digest = reader.found() ? wishes.digest(notice, reader, now) : null;
    Instant next = quietHours.open(digest == null ? now : digest, reader.shift(), notice.urgent());
    notices.add(
        notice,
        messenger.channel(),
        reader,
        new Notices.Draft(
            letter.text(),
            write(notice.pack()),
            silence == null ? hindrance : silence,
            now,
            next,
            digest != null,
            null));
  }

  private String write(Pack pack) {
    try {
      return json.writeValueAsString(pack);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A pack is plain text and always writable", e);
    }
  }
}
