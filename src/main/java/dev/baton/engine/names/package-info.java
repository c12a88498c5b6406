/** Which beans, variables, people and calendars may a model name? */
@NamedInterface("names")
@NullMarked
package dev.baton.engine.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
