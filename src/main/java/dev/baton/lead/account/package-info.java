/** Which company does a lead belong to where its domain doesn't tell, and whose part is it? */
@NamedInterface("account")
@NullMarked
package dev.baton.lead.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
