/** How do people read figures? The pages of funnel and SLA with their charts. */
@NullMarked
package dev.baton.web.figures;

import org.jspecify.annotations.NullMarked;
