package dev.baton.privacy;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Audit of what somebody does right now. */
@Component
public class AuditTrail {
  private final AuditLog log;
  private final Clock clock;

  AuditTrail(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** In the transaction of what it tells; nothing of it was another way before. */
  public void add(String by, String what, String on) {
    add(by, what, on, null, null);
  }

  /** In the transaction of what it tells. */
  public void add(
      String by, String what, String on, @Nullable String before, @Nullable String after) {
    log.add(new AuditEntry(clock.instant(), by, what, on, before, after));
  }

  /** Of a call that is not being answered yet, from its address. */
  public void addFrom(@Nullable String address, String by, String what, String on) {
    log.add(new AuditEntry(clock.instant(), by, what, on, null, null, address));
  }
}
