/** What Cockpit shows of our figures: a plugin in its own form, without the engine's history. */
@NullMarked
package dev.baton.insight.cockpit;

import org.jspecify.annotations.NullMarked;
