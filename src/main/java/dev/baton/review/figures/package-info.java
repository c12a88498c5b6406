/** What does a review look at? Tables of figures, compiled and frozen when it is opened. */
@NamedInterface("figures")
@NullMarked
package dev.baton.review.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
