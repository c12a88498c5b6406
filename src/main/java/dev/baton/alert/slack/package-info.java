/** How does Slack carry messages, and how do answers come back from it? */
@NamedInterface("slack")
package dev.baton.alert.slack;

import org.springframework.modulith.NamedInterface;
