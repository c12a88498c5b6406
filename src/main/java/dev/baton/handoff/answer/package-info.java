/**
 * What does a rep answer? The one schema of all answers, their reader, qualification, touches,
 * deals and the links in mails.
 */
@NamedInterface("answer")
@NullMarked
package dev.baton.handoff.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
