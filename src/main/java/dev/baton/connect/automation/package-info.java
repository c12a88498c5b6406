/**
 * How does a marketing automation hear what sales made of a lead? Fields of people there, and
 * lists.
 */
@NamedInterface("automation")
@NullMarked
package dev.baton.connect.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
