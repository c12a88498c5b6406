package dev.baton.nurture.mail;

import org.jspecify.annotations.Nullable;

/**
 * Link in a mail to a lead.
 *
 * @param url where a click leads; null for the other kinds
 */
public record TrackedLink(String hash, String mailId, @Nullable String url) {

  /** What a link does. */
  public enum Kind {
    CLICK("/n/"),
    FORM("/about-you/"),
    UNSUBSCRIBE("/unsubscribe/");

    private final String path;

    Kind(String path) {
      this.path = path;
    }

    String path() {
      return path;
    }
  }
}
