/**
 * Is this diagram whole? What it draws, asks and reads exists, and who is asked something has a
 * form, a date and somebody who reminds them.
 */
@NullMarked
package dev.baton.engine.diagram;

import org.jspecify.annotations.NullMarked;
