/** What becomes of the handoffs of two leads that are one? */
@NamedInterface("merge")
@NullMarked
package dev.baton.handoff.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
