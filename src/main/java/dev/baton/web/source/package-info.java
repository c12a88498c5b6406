/** What does a person see of the systems that send on their own? */
@NullMarked
package dev.baton.web.source;

import org.jspecify.annotations.NullMarked;
