/** Who reached which stage, and why not? Funnel, rejections, deals and signal lift. */
@NamedInterface("funnel")
package dev.baton.insight.funnel;

import org.springframework.modulith.NamedInterface;
