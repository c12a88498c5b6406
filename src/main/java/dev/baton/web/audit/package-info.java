/** What does an administrator see of who changed what? */
@NullMarked
package dev.baton.web.audit;

import org.jspecify.annotations.NullMarked;
