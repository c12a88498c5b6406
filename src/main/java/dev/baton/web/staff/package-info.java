/** Who takes leads, on which terms? Pages for managers. */
@NullMarked
package dev.baton.web.staff;

import org.jspecify.annotations.NullMarked;
