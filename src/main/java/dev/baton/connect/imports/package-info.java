/** What does a company bring along? Files of leads, signals and past outcomes. */
@NamedInterface("imports")
@NullMarked
package dev.baton.connect.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
