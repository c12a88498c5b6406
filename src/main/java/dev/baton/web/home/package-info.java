/** What waits for me? The home page and the notification settings. */
@NullMarked
package dev.baton.web.home;

import org.jspecify.annotations.NullMarked;
