package dev.baton.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to tell a person something: recorded in the caller's transaction, once a key and
 * channel, and delivered by a {@link DeliveryWorker} afterwards.
 *
 * <p>Delivery is at least once: a crash between a peer's yes and our note of it sends again when
 * the lease is over. A mail then carries the same Message-ID, by which mailboxes know it.
 */
@Component
public class Outbox {
  private final Notices notices;
  private final Alerts log;
  private final Readers readers;
  private final ChannelSelector selector;
  private final MessageRenderer renderer;
  private final LeadMail leadMail;
  private final Clock clock;
  private final Optional<DeliveryHold> hold;

  Outbox(
      Notices notices,
      Alerts log,
      Readers readers,
      ChannelSelector selector,
      MessageRenderer renderer,
      LeadMail leadMail,
      Clock clock,
      Optional<DeliveryHold> hold) {
    this.notices = notices;
    this.log = log;
    this.readers = readers;
    this.selector = selector;
    this.renderer = renderer;
    this.leadMail = leadMail;
    this.clock = clock;
    this.hold = hold;
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
    for (Messenger messenger : selector.all()) {
      record(notice, reader, messenger, hindrance(reader, messenger));
    }
  }

  /** Tells a team as a whole, where it can be; what all of it may read is in the pack. */
  @Transactional
  public void tellTeam(String team, Notice notice) {
    readers
        .ofTeam(team)
        .ifPresent(
            reader ->
                selector
                    .ofTeam(reader.to())
                    .forEach(
                        messenger ->
                            record(notice, reader, messenger, hindrance(reader, messenger))));
  }

  /** Whose addresses are all dead has a manager who reads it. */
  private Reader reachable(Reader reader) {
    String unreaching = reader.found() ? selector.noneReaching(reader.to()) : null;
    if (unreaching == null) {
      return reader;
    }
    Reader manager = readers.insteadOf(reader.to(), unreaching);
    return manager.found() ? manager : reader;
  }

  private String hindrance(Reader reader, Messenger messenger) {
    return reader.found() ? selector.hindrance(reader.to(), messenger) : Readers.NOBODY_TO_TELL;
  }

  /** Records that a notice is deliberately not sent, and uses up its key. */
  @Transactional
  public void skip(Notice notice, String why) {
    Reader reader = readers.of(notice.to());
    selector.all().forEach(messenger -> record(notice, reader, messenger, why));
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
    return log.isIdle(now);
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
        held().or(() -> leadMail.missing().map(setting -> setting + " is not set"));
    Instant now = clock.instant();
    notices.add(
        new Notice(id, Notice.Kind.NURTURE, leadId, null, leadId, subject, null),
        leadMail.channel(),
        Reader.NOBODY,
        new Notices.Draft("", "{}", hindrance.orElse(null), now, now, false, id));
    return hindrance;
  }

  private Optional<String> held() {
    return hold.flatMap(DeliveryHold::reason);
  }

  private void record(Notice notice, Reader reader, Messenger messenger, String hindrance) {
    Instant now = clock.instant();
    ChannelSelector.Time time = selector.time(notice, reader, now);
    notices.add(
        notice,
        messenger.channel(),
        reader,
        new Notices.Draft(
            renderer.render(reader, notice, now).text(),
            renderer.write(notice.pack()),
            held().orElse(hindrance),
            now,
            time.at(),
            time.daily(),
            null));
  }
}
