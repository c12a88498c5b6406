/** What does another system know of a lead's company, before the lead is routed? */
@NamedInterface("enrichment")
@NullMarked
package dev.baton.connect.enrichment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
