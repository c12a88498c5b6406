/** Which stages were reached before anybody here counted? Entries of imported history. */
@NamedInterface("funnel-imported")
@NullMarked
package dev.baton.insight.funnel.imported;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
