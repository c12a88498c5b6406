package dev.baton.demo;

import dev.baton.alert.delivery.DeliveryHold;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Hold on deliveries while sample data is made up: what it tells is told in the story alone. */
@Component
@Profile("demo")
class SampleDataHold implements DeliveryHold {
  private volatile boolean holds;

  void during(Runnable fill) {
    holds = true;
    try {
      fill.run();
    } finally {
      holds = false;
    }
  }

  @Override
  public Optional<String> reason() {
    return holds ? Optional.of("demo data") : Optional.empty();
  }
}
