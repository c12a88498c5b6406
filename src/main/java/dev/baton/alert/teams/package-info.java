/** How does Microsoft Teams carry messages? */
@NamedInterface("teams")
@NullMarked
package dev.baton.alert.teams;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
