/** Where is the process of a handoff? Its variables and what happens to it from outside. */
@NamedInterface("process")
package dev.baton.handoff.process;

import org.springframework.modulith.NamedInterface;
