/** Whom do I call next? The list of calls that are due, and the attempts behind it. */
@NullMarked
package dev.baton.web.call;

import org.jspecify.annotations.NullMarked;
