/** What does marketing owe after a rejection, by when, and who is reminded? */
@NamedInterface("follow-up")
@NullMarked
package dev.baton.rejection.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
