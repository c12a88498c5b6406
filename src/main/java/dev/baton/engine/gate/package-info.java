/**
 * May this model be deployed? Rules that each model keeps to, and what shipped models promise the
 * application.
 */
@NamedInterface("gate")
package dev.baton.engine.gate;

import org.springframework.modulith.NamedInterface;
