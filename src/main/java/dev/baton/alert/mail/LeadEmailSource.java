package dev.baton.alert.mail;

import dev.baton.alert.message.NoticeKind;
import java.time.Instant;

/**
 * What leads are written. Whether a letter may go out, and what stands in it, is decided when it is
 * sent and not when it is planned; the room that wants it sent says so.
 */
public interface LeadEmailSource {

  /** The kind of notice as which its mails are in the outbox. */
  NoticeKind kind();

  /**
   * Asked right before each attempt.
   *
   * @param id of the letter, as it was recorded
   */
  Ruling rule(String id, Instant now);

  /** It went out; in the transaction that notes so. */
  void sent(String id, Instant at);

  /** It never will; in the transaction that notes so. */
  void dropped(String id, Drop why, Instant at);

  /** May it go out now? */
  sealed interface Ruling {

    /** Yes, with these words. */
    record Send(LeadEmail letter) implements Ruling {}

    /** Not yet. */
    record Later(Instant until) implements Ruling {}

    /** No more. */
    record Never(String why) implements Ruling {}
  }

  /**
   * Why a letter never goes out.
   *
   * @param deadAddress the mail server says that there is no such mailbox
   */
  record Drop(String why, boolean deadAddress) {}
}
