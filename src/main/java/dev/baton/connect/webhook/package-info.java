/** How is a system of one's own told? Signed CloudEvents over HTTP. */
@NamedInterface("webhook")
@NullMarked
package dev.baton.connect.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
