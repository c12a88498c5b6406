/**
 * What happens next? From a scored signal to the handoff, from an answer to the next state, from a
 * rejection to its consequence.
 */
@NamedInterface("lifecycle")
package dev.baton.handoff.lifecycle;

import org.springframework.modulith.NamedInterface;
