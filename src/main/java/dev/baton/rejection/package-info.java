/**
 * What becomes of a no? Marketing's answer, the search for the right contact, the merge of two
 * records, who is left alone and who comes back.
 *
 * <p>Uses: handoff, lead, stage, alert, people, engine, input.
 */
@ApplicationModule(
    allowedDependencies = {"handoff", "lead", "stage", "alert", "people", "engine", "input"})
package dev.baton.rejection;

import org.springframework.modulith.ApplicationModule;
