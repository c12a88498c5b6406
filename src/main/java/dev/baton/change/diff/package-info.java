/** What does a changed model say otherwise? Differences in words, by row and by element. */
@NullMarked
package dev.baton.change.diff;

import org.jspecify.annotations.NullMarked;
