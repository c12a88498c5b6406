/** Which due instants would move with the policies and calendars of today? */
@NamedInterface("recalculation")
@NullMarked
package dev.baton.handoff.recalculation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
