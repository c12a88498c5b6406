package dev.baton.mailbox;

import dev.baton.alert.delivery.LeasedRow;
import org.jspecify.annotations.Nullable;

/**
 * Lease of the mailbox, which one node has at a time, and how far it was read.
 *
 * @param validity the folder's, while which {@code lastUid} means something; null: never read
 * @param lastUid the number of the last mail that was read
 */
record MailboxLease(String name, @Nullable Long validity, long lastUid, int attempts)
    implements LeasedRow {
  @Override
  public Object leased() {
    return name;
  }

  /** From which number on is read: the first, where the folder is another one. */
  long after(long validityNow) {
    return validity != null && validity == validityNow ? lastUid : 0;
  }
}
