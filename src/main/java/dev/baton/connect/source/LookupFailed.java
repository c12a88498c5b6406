package dev.baton.connect.source;

/** What an event points to could not be looked up now. */
final class LookupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LookupFailed(String message) {
    super(message);
  }
}
