/** How often were leads tried, and which were left? Attempts and leakage by rep and campaign. */
@NamedInterface("attempt")
@NullMarked
package dev.baton.insight.attempt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
