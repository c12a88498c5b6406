package dev.baton.sla;

import java.time.Duration;
import java.time.Instant;

/** An unbroken stretch of open time, as it really passes. */
record Piece(Instant from, Instant to) {

  Duration length() {
    return Duration.between(from, to);
  }

  /** Without what lies before; empty at its end when all of it does. */
  Piece since(Instant start) {
    Instant later = start.isAfter(from) ? start : from;
    return new Piece(later.isAfter(to) ? to : later, to);
  }

  Piece until(Instant end) {
    Instant earlier = end.isBefore(to) ? end : to;
    return new Piece(from, earlier.isBefore(from) ? from : earlier);
  }
}
