/**
 * What does a rep answer? The one schema of all answers, their reader, qualification, touches,
 * deals and the links in mails.
 */
@NamedInterface("answer")
package dev.baton.handoff.answer;

import org.springframework.modulith.NamedInterface;
