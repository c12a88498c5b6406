/** What Cockpit shows of our figures: a plugin in its own form, without the engine's history. */
package dev.baton.insight.cockpit;
