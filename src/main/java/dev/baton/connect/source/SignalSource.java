package dev.baton.connect.source;

import java.time.Instant;
import java.util.List;

/**
 * A system that sends on its own.
 *
 * @param returnHosts to which a visitor may be sent back who has posted a form, or whose pages our
 *     script tells of
 */
public record SignalSource(
    String name,
    SourceKind kind,
    String secret,
    SourceMapping mapping,
    List<String> returnHosts,
    String changedBy,
    Instant changedAt) {

  /** Whose signals they are. */
  public String sender() {
    return "source:" + name;
  }
}
