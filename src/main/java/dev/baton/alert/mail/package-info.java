/** How is mail sent? To staff and to leads. */
@NamedInterface("mail")
@NullMarked
package dev.baton.alert.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
