/** What happened to each handoff, as process mining reads it? */
@NamedInterface("eventlog")
@NullMarked
package dev.baton.insight.eventlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
