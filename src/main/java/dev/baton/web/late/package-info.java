/** Who is late, and why? */
@NullMarked
package dev.baton.web.late;

import org.jspecify.annotations.NullMarked;
