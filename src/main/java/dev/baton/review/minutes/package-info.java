/**
 * What was agreed, by whom and until when? The form in which a review and its decisions are written
 * down.
 */
@NamedInterface("minutes")
@NullMarked
package dev.baton.review.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
