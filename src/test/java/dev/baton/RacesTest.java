package dev.baton;

import org.junit.jupiter.api.Nested;

/** The same races on both databases: they lock in different ways. */
class RacesTest {
  @Nested
  @OnH2
  class OnEmbeddedH2 extends Races {}

  @Nested
  @OnPostgres
  class OnPostgreSql extends Races {}
}
