/** Does marketing answer in time? Its own clocks over rejections. */
@NamedInterface("sla-marketing")
@NullMarked
package dev.baton.insight.sla.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
