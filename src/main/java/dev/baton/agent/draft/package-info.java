/** What does a proposal say? Texts by rule, with their reasons and sources. */
@NamedInterface("draft")
@NullMarked
package dev.baton.agent.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
