package dev.baton.connect.company;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The way in for company signals: kept once, and told to the leads of the company at once. */
@Component
public class CompanySignalFeed {
  private final CompanySignals signals;
  private final CompanySignalDelivery delivery;
  private final Clock clock;

  CompanySignalFeed(CompanySignals signals, CompanySignalDelivery delivery, Clock clock) {
    this.signals = signals;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** False where its sender has said it before. */
  public boolean record(CompanySignal signal) {
    boolean isNew = signals.add(signal, clock.instant().truncatedTo(ChronoUnit.MICROS));
    delivery.goOn();
    return isNew;
  }
}
