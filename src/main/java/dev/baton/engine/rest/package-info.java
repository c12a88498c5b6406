/** What does the engine's REST interface say when something is refused or fails? */
@NullMarked
package dev.baton.engine.rest;

import org.jspecify.annotations.NullMarked;
