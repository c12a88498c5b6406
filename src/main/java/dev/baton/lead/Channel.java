package dev.baton.lead;

/** Which side started the conversation. */
public enum Channel {
  INBOUND,
  OUTBOUND;

  /** The word of the HTTP contract and of the decision tables. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
