/** What goes with getting from one stage to another? */
@NamedInterface("milestone")
@NullMarked
package dev.baton.know.milestone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
