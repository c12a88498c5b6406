/** What will be won, how sure is that, and how far off were we before? */
@NamedInterface("forecast")
@NullMarked
package dev.baton.know.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
