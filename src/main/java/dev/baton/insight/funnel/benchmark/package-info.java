/** How does the funnel stand beside published figures? */
@NamedInterface("funnel-benchmark")
@NullMarked
package dev.baton.insight.funnel.benchmark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
