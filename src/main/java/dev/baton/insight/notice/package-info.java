/** Which messages are acted on? Of each kind, how many were followed by an act in time. */
@NullMarked
@NamedInterface("notice")
package dev.baton.insight.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
