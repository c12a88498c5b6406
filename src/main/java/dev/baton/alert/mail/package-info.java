/** How is mail sent? To staff and to leads. */
@NamedInterface("mail")
package dev.baton.alert.mail;

import org.springframework.modulith.NamedInterface;
