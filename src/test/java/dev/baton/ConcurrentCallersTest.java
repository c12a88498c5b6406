package dev.baton;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The same races on both databases: they lock in different ways. */
class ConcurrentCallersTest {
  @Nested
  @Tag("nightly")
  @OnH2
  class OnEmbeddedH2 extends ConcurrentCallers {}

  @Nested
  @OnPostgres
  class OnPostgreSql extends ConcurrentCallers {}
}
