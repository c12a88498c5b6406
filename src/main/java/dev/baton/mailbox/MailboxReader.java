package dev.baton.mailbox;

import dev.baton.mailbox.imap.ImapSettings;
import dev.baton.mailbox.imap.MailboxFolder;
import dev.baton.mailbox.imap.ReceivedMail;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Worker that reads the mailbox, from the mail after the last one that was read. A mail and how far
 * was read are noted in one transaction; one that can't be read is counted and passed over.
 */
@Component
class MailboxReader {
  static final String WORK = "mailbox";

  private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
  private static final int MOST_MAILS = 500;

  /** With the last mail's time-outs it is still shorter than the lease. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private final ImapSettings settings;
  private final Mailbox mailbox;
  private final ReceivedEmails received;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailboxReader(
      ImapSettings settings,
      Mailbox mailbox,
      ReceivedEmails received,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.settings = settings;
    this.mailbox = mailbox;
    this.received = received;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Reads what is new; false when it isn't time to. */
  boolean read() {
    Optional<MailboxLease> claimed = mailbox.isDue() ? mailbox.claim() : Optional.empty();
    claimed.ifPresent(this::read);
    return claimed.isPresent();
  }

  private void read(MailboxLease lease) {
    try (MailboxFolder folder = MailboxFolder.open(settings)) {
      mailbox.finished(lease, read(lease, folder));
    } catch (AuthenticationFailedException e) {
      mailbox.failed(lease, "the mailbox refuses our login");
    } catch (MessagingException | IOException | RuntimeException e) {
      LOG.warn("The mailbox could not be read", e);
      mailbox.failed(
          lease,
          "the mailbox can't be read: "
              + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  /** How many mails are left. */
  private int read(MailboxLease lease, MailboxFolder folder)
      throws MessagingException, IOException {
    long validity = folder.validity();
    List<Long> found = folder.after(lease.after(validity));
    long end = System.nanoTime() + LONGEST.toNanos();
    int read = 0;
    while (read < Math.min(found.size(), MOST_MAILS)
        && System.nanoTime() < end
        && !Thread.currentThread().isInterrupted()) {
      read(lease, folder, validity, found.get(read));
      read++;
    }
    return found.size() - read;
  }

  private void read(MailboxLease lease, MailboxFolder folder, long validity, long uid)
      throws MessagingException, IOException {
    try {
      Optional<ReceivedMail> mail = folder.read(uid, clock.instant());
      take(lease, validity, uid, mail);
      if (mail.isPresent()) {
        folder.seen(uid);
      }
    } catch (MessagingException | IOException | IllegalStateException e) {
      if (!folder.isOpen()) {
        throw e;
      }
      passOver(lease, validity, uid, e);
    } catch (DataIntegrityViolationException e) {
      passOver(lease, validity, uid, e);
    }
  }

  private void take(MailboxLease lease, long validity, long uid, Optional<ReceivedMail> mail) {
    transaction.executeWithoutResult(
        status -> {
          if (!mailbox.advance(lease, validity, uid, true)) {
            throw new LeaseLost();
          }
          mail.ifPresent(received::take);
        });
  }

  private void passOver(MailboxLease lease, long validity, long uid, Exception why) {
    LOG.warn("Mail {} of the mailbox can't be read", uid, why);
    mailbox.advance(lease, validity, uid, false);
  }

  /** Another node reads on. */
  private static final class LeaseLost extends RuntimeException {
    LeaseLost() {
      super("another node has it");
    }
  }
}
