/** Which signals predict an SQL? */
@NamedInterface("funnel-lift")
@NullMarked
package dev.baton.insight.funnel.lift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
