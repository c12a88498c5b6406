/** What does a person see of agents and of what they propose? */
@NullMarked
package dev.baton.web.agent;

import org.jspecify.annotations.NullMarked;
