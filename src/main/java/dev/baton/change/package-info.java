/**
 * May we change it, and what would happen? Proposed changes of models: what they say in words, what
 * hinders them, who has signed, what is put in force and taken back.
 *
 * <p>Uses: engine, input, people, privacy, sql.
 */
@ApplicationModule(
    allowedDependencies = {"engine", "engine :: *", "input", "people", "privacy", "sql"})
@NullMarked
package dev.baton.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
