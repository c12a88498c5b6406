/** How warm is a company, and who of it is still missing? */
@NamedInterface("account")
@NullMarked
package dev.baton.know.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
