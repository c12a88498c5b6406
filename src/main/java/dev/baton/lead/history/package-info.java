/**
 * What was known of a lead when? Its dated facts as they were recorded, for who looks at the past.
 */
@NamedInterface("history")
@NullMarked
package dev.baton.lead.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
