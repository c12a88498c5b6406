/** What happens in a rehearsal? The process in which scenarios are played, and what they meet. */
@NullMarked
package dev.baton.rehearsal.play;

import org.jspecify.annotations.NullMarked;
