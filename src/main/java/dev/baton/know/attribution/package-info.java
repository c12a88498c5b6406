/** Which sources, campaigns and acts led to a goal, and what did a goal cost? */
@NamedInterface("attribution")
@NullMarked
package dev.baton.know.attribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
