/** Is everything running? Health in plain words, for managers and administrators. */
@NullMarked
package dev.baton.web.status;

import org.jspecify.annotations.NullMarked;
