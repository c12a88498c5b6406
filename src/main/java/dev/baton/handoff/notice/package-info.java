/** What is told about a handoff, to whom? Each notice once; the outbox sends it. */
@NamedInterface("notice")
@NullMarked
package dev.baton.handoff.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
