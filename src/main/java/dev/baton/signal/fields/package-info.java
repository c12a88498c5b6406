/** Which fields does a signal have, and what may stand in them? */
@NullMarked
package dev.baton.signal.fields;

import org.jspecify.annotations.NullMarked;
