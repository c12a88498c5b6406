/** Where is the process of a handoff? Its variables and what happens to it from outside. */
@NamedInterface("process")
@NullMarked
package dev.baton.handoff.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
