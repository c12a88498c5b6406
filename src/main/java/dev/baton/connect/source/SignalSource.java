package dev.baton.connect.source;

import java.time.Instant;

/** A system that sends on its own. */
record SignalSource(
    String name,
    SourceKind kind,
    String secret,
    SourceMapping mapping,
    String changedBy,
    Instant changedAt) {

  /** Whose signals they are. */
  String sender() {
    return "source:" + name;
  }
}
