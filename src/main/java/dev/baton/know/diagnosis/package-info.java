/** Who of the reps answers unlike the others, once the mix of scores is taken out? */
@NamedInterface("diagnosis")
@NullMarked
package dev.baton.know.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
