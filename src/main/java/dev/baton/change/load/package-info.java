/**
 * Who would have how much to do? A dry run of routing and answers over the MQLs of a back-test,
 * with the caps, absences and calendars of today's people and answer times of the past.
 */
@NamedInterface("load")
@NullMarked
package dev.baton.change.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
