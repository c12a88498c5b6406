package dev.baton.alert;

import dev.baton.alert.delivery.ChannelSelector;
import dev.baton.alert.delivery.DeliveryHold;
import dev.baton.alert.delivery.DeliveryTime;
import dev.baton.alert.delivery.DeliveryWorker;
import dev.baton.alert.delivery.MessageRenderer;
import dev.baton.alert.delivery.NoticeDraft;
import dev.baton.alert.delivery.Notices;
import dev.baton.alert.mail.LeadEmailDelivery;
import dev.baton.alert.mail.LeadEmailSource;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Messenger;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.message.Recipient;
import dev.baton.alert.message.Recipients;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
  private final Recipients recipients;
  private final ChannelSelector selector;
  private final MessageRenderer renderer;
  private final LeadEmailDelivery leadEmailDelivery;
  private final Clock clock;
  private final Optional<DeliveryHold> hold;

  Outbox(
      Notices notices,
      Recipients recipients,
      ChannelSelector selector,
      MessageRenderer renderer,
      LeadEmailDelivery leadEmailDelivery,
      Clock clock,
      Optional<DeliveryHold> hold) {
    this.notices = notices;
    this.recipients = recipients;
    this.selector = selector;
    this.renderer = renderer;
    this.leadEmailDelivery = leadEmailDelivery;
    this.clock = clock;
    this.hold = hold;
  }

  /**
   * Records a notice on every channel that is set up; the same key again does nothing. Somebody who
   * left, is not known, not named or not reached by any channel is told through their manager, and
   * without any manager it waits for one. Never fails for want of an address or of any channel at
   * all: that is a row in state {@code skipped}, with the reason, and so is a channel that the
   * reader doesn't want.
   */
  @Transactional
  public void tell(Notice notice) {
    tell(List.of(notice));
  }

  /** The same of many, in their order: who reads it, and where, is asked once a person. */
  @Transactional
  public void tell(List<Notice> all) {
    Map<Optional<String>, Addressee> known = new HashMap<>();
    record(
        all,
        notice ->
            known.computeIfAbsent(
                Optional.ofNullable(notice.to()), to -> addressee(to.orElse(null))));
  }

  /**
   * Who reads what is to somebody.
   *
   * @param hindrances by channel over which it is recorded, empty where it is sent
   */
  private record Addressee(Recipient recipient, Map<String, Optional<String>> hindrances) {}

  private Addressee addressee(@Nullable String to) {
    Recipient recipient = reachable(recipients.of(to));
    boolean waits = !recipient.found() && recipients.waitForManager(to);
    return addressee(
        recipient,
        selector.all(),
        messenger -> waits ? selector.missing(messenger) : hindrance(recipient, messenger));
  }

  private static Addressee addressee(
      Recipient recipient,
      List<Messenger> messengers,
      Function<Messenger, Optional<String>> hindrance) {
    Map<String, Optional<String>> hindrances = new LinkedHashMap<>();
    messengers.forEach(each -> hindrances.put(each.channel(), hindrance.apply(each)));
    return new Addressee(recipient, hindrances);
  }

  /**
   * Tells somebody that a channel doesn't work, over all others that do, whatever they prefer: it
   * is what they prefer that is closed.
   */
  @Transactional
  public void tellElsewhere(String closed, Notice notice) {
    Addressee others =
        addressee(
            recipients.of(notice.to()),
            selector.all().stream().filter(each -> !each.channel().equals(closed)).toList(),
            selector::missing);
    record(List.of(notice), each -> others);
  }

  /** Tells a team as a whole, where it can be; what all of it may read is in the briefing. */
  @Transactional
  public void tellTeam(String team, List<Notice> all) {
    recipients
        .ofTeam(team)
        .map(
            recipient ->
                addressee(
                    recipient,
                    selector.ofTeam(recipient.to()),
                    messenger -> hindrance(recipient, messenger)))
        .ifPresent(addressee -> record(all, notice -> addressee));
  }

  /** Whose addresses are all dead has a manager who reads it. */
  private Recipient reachable(Recipient recipient) {
    if (!recipient.found()) {
      return recipient;
    }
    return selector
        .noneReaching(recipient.to())
        .map(channel -> recipients.insteadOf(recipient.to(), channel))
        .filter(Recipient::found)
        .orElse(recipient);
  }

  private Optional<String> hindrance(Recipient recipient, Messenger messenger) {
    return recipient.found()
        ? selector.hindrance(recipient.to(), messenger)
        : Optional.of(Recipients.NO_ROOM);
  }

  /** Records that a notice is deliberately not sent, and uses up its key. */
  @Transactional
  public void skip(Notice notice, String why) {
    Addressee nobody =
        addressee(recipients.of(notice.to()), selector.all(), each -> Optional.of(why));
    record(List.of(notice), each -> nobody);
  }

  /**
   * Takes back what still waits, such as the reminder of a question that was answered during quiet
   * hours.
   *
   * @param which kinds of it, such as {@code Kind::endsWithAnswer}
   * @return how many deliveries were taken back
   */
  @Transactional
  public int withdraw(String handoffId, Predicate<NoticeKind> which, String why) {
    return notices.withdraw(handoffId, which, why);
  }

  /** What was told about a lead belongs to the story of the one that it was merged into. */
  @Transactional
  public void follow(String leadId, String into) {
    notices.follow(leadId, into);
  }

  /**
   * Records a mail to a lead itself, which {@link LeadEmailSource} writes when it is sent; the same
   * id again does nothing.
   *
   * @param kind of the {@link LeadEmailSource} that writes it
   * @return why it will not be sent, if that is known already
   */
  @Transactional
  public Optional<String> write(NoticeKind kind, String id, String leadId, String subject) {
    Optional<String> hindrance =
        held().or(() -> leadEmailDelivery.missing().map(setting -> setting + " is not set"));
    Instant now = clock.instant();
    NoticeContent.Written written =
        new NoticeContent.Written(subject, LeadBriefing.digest(subject, List.of()));
    notices.add(
        new Notice(id, kind, leadId, null, leadId, written),
        leadEmailDelivery.channel(),
        Recipient.NOBODY,
        new NoticeDraft(
            written.subject(), "", "{}", hindrance.orElse(null), false, now, now, false, id));
    return hindrance;
  }

  private Optional<String> held() {
    return hold.flatMap(DeliveryHold::reason);
  }

  private void record(List<Notice> all, Function<Notice, Addressee> addressees) {
    Instant now = clock.instant();
    Optional<String> held = held();
    notices.add(
        all.stream()
            .flatMap(notice -> rows(notice, addressees.apply(notice), held, now).stream())
            .toList());
  }

  private List<Notices.Row> rows(
      Notice notice, Addressee addressee, Optional<String> held, Instant now) {
    Recipient recipient = addressee.recipient();
    NoticeContent.Written content = notice.content().in(renderer.wording(recipient));
    DeliveryTime time = selector.time(notice, content.briefing().dueAt(), recipient, now);
    String text = renderer.render(recipient, notice.kind(), content, now).text();
    String briefing = renderer.write(content.briefing());
    return addressee.hindrances().entrySet().stream()
        .map(
            channel -> {
              // a story's people were told in the story
              String error = held.isPresent() ? null : channel.getValue().orElse(null);
              return new Notices.Row(
                  notice,
                  channel.getKey(),
                  recipient,
                  new NoticeDraft(
                      content.subject(),
                      text,
                      briefing,
                      error,
                      held.isPresent(),
                      now,
                      time.at(),
                      time.daily(),
                      null));
            })
        .toList();
  }
}
