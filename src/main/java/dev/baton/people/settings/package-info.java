/** How is it read and changed who works here, and when? */
@NullMarked
package dev.baton.people.settings;

import org.jspecify.annotations.NullMarked;
