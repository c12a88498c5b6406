/** Who logs in by the company's own OpenID provider, and as what? */
@NullMarked
package dev.baton.access.openid;

import org.jspecify.annotations.NullMarked;
