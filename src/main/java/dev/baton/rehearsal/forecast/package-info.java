/** What comes due when nobody answers? Open handoffs that are played on for some days. */
@NamedInterface("forecast")
@NullMarked
package dev.baton.rehearsal.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
