/** Who reached which stage? Funnel, deals, benchmark and signal lift. */
@NamedInterface("funnel")
@NullMarked
package dev.baton.insight.funnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
