/** What became of a click? Conversions with their value and the click ids that signals brought. */
@NamedInterface("conversion")
@NullMarked
package dev.baton.connect.conversion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
