/** Why were leads rejected? Counts by question and reason, and what each reason speaks of. */
@NullMarked
@NamedInterface("rejection")
package dev.baton.insight.rejection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
