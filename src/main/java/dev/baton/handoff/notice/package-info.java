/** What is told about a handoff, to whom? Each notice once; the outbox sends it. */
@NamedInterface("notice")
package dev.baton.handoff.notice;

import org.springframework.modulith.NamedInterface;
