package dev.baton.mailbox.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folder over IMAP, open for one look. Nothing in it is deleted or moved; what was read is flagged
 * as seen. A mail is read without its attachments' weight: its first half megabyte is enough.
 */
public final class MailboxFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxFolder.class);
  private static final int MOST_BYTES = 512_000;
  private static final int MOST_HEADERS = 64_000;

  private final Store store;
  private final IMAPFolder folder;

  private MailboxFolder(Store store, IMAPFolder folder) {
    this.store = store;
    this.folder = folder;
  }

  public static MailboxFolder open(ImapSettings settings) throws MessagingException {
    Store store = settings.connect();
    try {
      Folder folder = store.getFolder(settings.folder());
      try {
        folder.open(Folder.READ_WRITE);
      } catch (ReadOnlyFolderException shared) {
        folder.open(Folder.READ_ONLY);
      }
      return new MailboxFolder(store, (IMAPFolder) folder);
    } catch (MessagingException | RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  /** While it stays the same, a number names the same mail for ever (RFC 3501). */
  public long validity() throws MessagingException {
    return folder.getUIDValidity();
  }

  /** Whether the server still answers; if it does, what failed is a mail's own fault. */
  public boolean isOpen() {
    return folder.isOpen() && store.isConnected();
  }

  /** The numbers of all mails after this one, in the order in which they came. */
  public List<Long> after(long uid) throws MessagingException {
    // a range that ends with the last one always has it, also when its number is smaller
    Message[] found = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
    FetchProfile numbers = new FetchProfile();
    numbers.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(found, numbers);
    long[] uids = new long[found.length];
    for (int i = 0; i < found.length; i++) {
      uids[i] = found[i] == null ? -1 : folder.getUID(found[i]);
    }
    return Arrays.stream(uids)
        .filter(number -> number > uid)
        .boxed()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  /** A mail to one of our addresses; empty when it is none, or is gone. */
  public Optional<ReceivedMail> read(long uid, Instant now) throws MessagingException, IOException {
    Message found = folder.getMessageByUID(uid);
    if (!(found instanceof IMAPMessage mail)) {
      return Optional.empty();
    }
    mail.setPeek(true);
    if (!ReceivedMailReader.isToUs(headers(mail))) {
      return Optional.empty();
    }
    try (InputStream whole = mail.getMimeStream()) {
      return ReceivedMailReader.read(whole.readNBytes(MOST_BYTES), receivedAt(mail, now));
    }
  }

  /** As the server noted it, or now where it doesn't understand the mail itself. */
  private static Instant receivedAt(IMAPMessage mail, Instant now) {
    try {
      Date received = mail.getReceivedDate();
      return received == null || received.toInstant().isAfter(now) ? now : received.toInstant();
    } catch (MessagingException e) {
      LOG.debug("The server can't say when a mail was received", e);
      return now;
    }
  }

  private static byte[] headers(IMAPMessage mail) throws MessagingException {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    for (String line : Collections.list(mail.getAllHeaderLines())) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      if (headers.size() + bytes.length > MOST_HEADERS) {
        break;
      }
      headers.writeBytes(bytes);
      headers.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    headers.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return headers.toByteArray();
  }

  /** Flags it, so that who looks into the mailbox sees what was taken over. */
  public void seen(long uid) throws MessagingException {
    Message mail = folder.getMessageByUID(uid);
    if (mail != null && folder.getMode() == Folder.READ_WRITE) {
      mail.setFlag(Flags.Flag.SEEN, true);
    }
  }

  @Override
  public void close() {
    try {
      store.close();
    } catch (MessagingException e) {
      LOG.debug("The connection to the mailbox ended without a farewell", e);
    }
  }
}
