package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;

/** An unbroken stretch of open time, as it really passes. */
record OpenInterval(Instant from, Instant to) {

  Duration length() {
    return Duration.between(from, to);
  }

  /** Without what lies before; empty at its end when all of it does. */
  OpenInterval since(Instant start) {
    Instant later = start.isAfter(from) ? start : from;
    return new OpenInterval(later.isAfter(to) ? to : later, to);
  }

  OpenInterval until(Instant end) {
    Instant earlier = end.isBefore(to) ? end : to;
    return new OpenInterval(from, earlier.isBefore(from) ? from : earlier);
  }
}
