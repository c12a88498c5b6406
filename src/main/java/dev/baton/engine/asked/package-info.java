/**
 * What would this decision table answer? Questions made of its cells, put to it before it is
 * deployed, beside the table that ships.
 */
@NullMarked
package dev.baton.engine.asked;

import org.jspecify.annotations.NullMarked;
