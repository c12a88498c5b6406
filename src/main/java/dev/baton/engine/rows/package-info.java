/**
 * How does the engine read and write its rows in fewer statements? Managers in place of its own.
 */
@NamedInterface("rows")
@NullMarked
package dev.baton.engine.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
