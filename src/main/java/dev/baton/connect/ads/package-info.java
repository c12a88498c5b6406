/** How does an ad platform learn what became of a click, and who is in which audience? */
@NamedInterface("ads")
@NullMarked
package dev.baton.connect.ads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
