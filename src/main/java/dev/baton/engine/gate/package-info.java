/**
 * May this model be deployed? Rules that each model keeps to, and what shipped models promise the
 * application.
 */
@NamedInterface("gate")
@NullMarked
package dev.baton.engine.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
