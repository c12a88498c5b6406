/** Which calls and logins are kept in the audit? */
@NullMarked
package dev.baton.access.record;

import org.jspecify.annotations.NullMarked;
