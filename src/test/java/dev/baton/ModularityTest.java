package dev.baton;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms, and the arrows between them that their {@code package-info} allows. */
class ModularityTest {
  @Test
  void an_arrow_only_goes_where_the_room_says() {
    ApplicationModules.of(Baton.class).verify();
  }
}
