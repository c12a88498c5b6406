/** What is a person asked by a process, and how is it answered? */
@NamedInterface("task")
@NullMarked
package dev.baton.engine.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
