/** How are running processes moved, and how far is a move or a check? */
@NullMarked
package dev.baton.change.progress;

import org.jspecify.annotations.NullMarked;
