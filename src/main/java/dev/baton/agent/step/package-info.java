/** The steps of the agents' processes: call one capability with the id of the proposal. */
@NullMarked
package dev.baton.agent.step;

import org.jspecify.annotations.NullMarked;
