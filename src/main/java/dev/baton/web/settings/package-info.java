/** What does an administrator see of how Baton is set up? */
@NullMarked
package dev.baton.web.settings;

import org.jspecify.annotations.NullMarked;
