/**
 * What is a handoff, and where does it stand? The record of each, its policy, who may see it, the
 * answers given, and the facts that other rooms hear.
 */
@NamedInterface("record")
@NullMarked
package dev.baton.handoff.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
