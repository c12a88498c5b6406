/** What does a person see of connections to other systems? */
@NullMarked
package dev.baton.web.connection;

import org.jspecify.annotations.NullMarked;
