/** What is mended or refused before anybody is asked who they are? */
@NullMarked
package dev.baton.access.filter;

import org.jspecify.annotations.NullMarked;
