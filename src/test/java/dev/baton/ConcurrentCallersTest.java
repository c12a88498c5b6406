package dev.baton;

import org.junit.jupiter.api.Nested;

/** The same races on both databases: they lock in different ways. */
class ConcurrentCallersTest {
  @Nested
  @OnH2
  class OnEmbeddedH2 extends ConcurrentCallers {}

  @Nested
  @OnPostgres
  class OnPostgreSql extends ConcurrentCallers {}
}
