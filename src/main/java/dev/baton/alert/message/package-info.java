/** What is said, to whom, over which channel? Notices, recipients and how a message is laid out. */
@NamedInterface("message")
package dev.baton.alert.message;

import org.springframework.modulith.NamedInterface;
