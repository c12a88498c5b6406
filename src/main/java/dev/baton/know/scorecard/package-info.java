/**
 * Which points would have told best who goes on, and do those in force still tell? Learned from a
 * company's own outcomes.
 */
@NamedInterface("scorecard")
@NullMarked
package dev.baton.know.scorecard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
