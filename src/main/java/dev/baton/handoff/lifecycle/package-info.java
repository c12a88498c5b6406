/**
 * What happens next? From a scored signal to the handoff, from an answer to the next state, from a
 * rejection to its consequence.
 */
@NamedInterface("lifecycle")
@NullMarked
package dev.baton.handoff.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
