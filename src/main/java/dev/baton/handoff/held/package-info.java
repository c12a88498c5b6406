/** Can I take that back? Answers of our pages, held for some seconds before they are recorded. */
@NamedInterface("held")
@NullMarked
package dev.baton.handoff.held;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
