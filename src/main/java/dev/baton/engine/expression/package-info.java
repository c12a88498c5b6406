/** What may an expression of a model say? */
@NullMarked
package dev.baton.engine.expression;

import org.jspecify.annotations.NullMarked;
