/** What is said, to whom, over which channel? Notices, recipients and how a message is laid out. */
@NamedInterface("message")
@NullMarked
package dev.baton.alert.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
