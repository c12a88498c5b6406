/** How is another system called? With a token, counted, and an error is one wherever it stands. */
@NamedInterface("call")
@NullMarked
package dev.baton.connect.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
