/** How sure is a rate of so few? */
@NamedInterface("backtest-rate")
@NullMarked
package dev.baton.change.backtest.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
