/**
 * How is a channel reached, where an administrator entered it? Read by channels that are not set by
 * the environment.
 */
@NamedInterface("setting")
@NullMarked
package dev.baton.alert.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
