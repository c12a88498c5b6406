/** How does somebody get their first password? Invitations by mail, each with a link of its own. */
@NullMarked
package dev.baton.access.invitation;

import org.jspecify.annotations.NullMarked;
