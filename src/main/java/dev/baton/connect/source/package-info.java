/** What do other systems tell on their own? Named sources, what they sent, and how it is mapped. */
@NamedInterface("source")
@NullMarked
package dev.baton.connect.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
