package dev.baton.text;

import dev.baton.OnH2;
import dev.baton.OnPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The same on both databases: they hold different texts. */
class InputTextTest {
  @Nested
  @OnH2
  class TextsOnH2 extends Texts {}

  @Nested
  @OnPostgres
  @Tag("nightly")
  class TextsOnPostgreSql extends Texts {}

  @Nested
  @OnH2
  class ShapesOnH2 extends Shapes {}

  @Nested
  @OnPostgres
  @Tag("nightly")
  class ShapesOnPostgreSql extends Shapes {}
}
