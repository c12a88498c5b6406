/** What is told in a scenario, and what came of it? Scenarios as tables, and their results. */
@NamedInterface("scenario")
@NullMarked
package dev.baton.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
