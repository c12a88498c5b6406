/** How does Slack carry messages, and how do answers come back from it? */
@NamedInterface("slack")
@NullMarked
package dev.baton.alert.slack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
