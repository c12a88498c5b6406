/** What does a person see of changes of models? */
@NullMarked
package dev.baton.web.change;

import org.jspecify.annotations.NullMarked;
