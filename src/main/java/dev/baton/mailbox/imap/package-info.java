/**
 * What has arrived, and what is it? The folder that is read over IMAP, and mails read in bounds.
 */
@NamedInterface("imap")
@NullMarked
package dev.baton.mailbox.imap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
