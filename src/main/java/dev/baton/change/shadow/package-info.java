/**
 * What would a proposal say of the leads that come now? Its tables judge them silently, beside the
 * ones in force.
 */
@NamedInterface("shadow")
@NullMarked
package dev.baton.change.shadow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
