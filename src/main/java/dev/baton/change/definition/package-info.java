/**
 * What is an MQL, an SAL, an SQL? The definition that marketing and sales share, read out of the
 * models that were in force at an instant.
 */
@NamedInterface("definition")
@NullMarked
package dev.baton.change.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
