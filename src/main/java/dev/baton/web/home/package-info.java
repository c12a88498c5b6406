/** What waits for me? The home page and the notification settings. */
package dev.baton.web.home;
