/** Who looks after a campaign? */
@NullMarked
package dev.baton.rejection.campaign;

import org.jspecify.annotations.NullMarked;
