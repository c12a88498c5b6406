/** What does a changed model say otherwise? Differences in words, by row and by element. */
@NamedInterface("diff")
@NullMarked
package dev.baton.change.diff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
