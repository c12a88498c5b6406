/** Whose contact is this? Leads found or made by e-mail, external id and visitor id. */
@NamedInterface("identity")
@NullMarked
package dev.baton.lead.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
