/**
 * Who may enter? One security chain, deny by default.
 *
 * <p>Uses: input, sql, people, privacy, engine, and alert, to tell of tokens that end.
 */
@ApplicationModule(
    allowedDependencies = {
      "input",
      "sql",
      "people",
      "privacy",
      "engine",
      "engine :: *",
      "alert",
      "alert :: message",
      "alert :: text"
    })
@NullMarked
package dev.baton.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
