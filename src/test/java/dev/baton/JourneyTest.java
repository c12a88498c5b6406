package dev.baton;

import org.junit.jupiter.api.Nested;

/** The same journeys on both databases, so that the SQL subset is true. */
class JourneyTest {
  @Nested
  @OnH2
  class OnEmbeddedH2 extends Journey {}

  @Nested
  @OnPostgres
  class OnPostgreSql extends Journey {}
}
