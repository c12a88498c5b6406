/**
 * What may a model, a query or a variable do in the engine? Expressions only read, scripts and
 * foreign classes stay out. And what do a failed job and a late one mean?
 */
@NullMarked
package dev.baton.engine.guard;

import org.jspecify.annotations.NullMarked;
