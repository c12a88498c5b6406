/**
 * What would these decision tables have done with the leads of the last months? A replay of the
 * instants at which leads were judged, with what was known then.
 */
@NamedInterface("backtest")
@NullMarked
package dev.baton.change.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
