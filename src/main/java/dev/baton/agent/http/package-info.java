/** How is somebody else's server asked without waiting for ever or taking in too much? */
@NullMarked
package dev.baton.agent.http;

import org.jspecify.annotations.NullMarked;
