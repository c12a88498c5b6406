/**
 * How is what people and machines send read, and what do they hear when it won't do? Fields and
 * their texts, what is wrong with them, the answer forms as records, and the problems of RFC 9457
 * that all calls end with.
 *
 * <p>Uses: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.input;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
