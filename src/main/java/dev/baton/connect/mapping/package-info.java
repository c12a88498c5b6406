/** Which column means what? Fields, their names in files, and rows as leads and signals. */
@NamedInterface("mapping")
@NullMarked
package dev.baton.connect.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
