/**
 * What may a model, a query or a variable do in the engine? Expressions only read, scripts and
 * foreign classes stay out.
 */
@NullMarked
package dev.baton.engine.guard;

import org.jspecify.annotations.NullMarked;
