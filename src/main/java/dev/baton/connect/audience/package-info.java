/**
 * Who is to see an advertisement, and who not any more? Leads by stage and segment, in lists of
 * others.
 */
@NamedInterface("audience")
@NullMarked
package dev.baton.connect.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
