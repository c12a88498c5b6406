/** The steps of the processes that follow a no. */
@NullMarked
package dev.baton.rejection.step;

import org.jspecify.annotations.NullMarked;
