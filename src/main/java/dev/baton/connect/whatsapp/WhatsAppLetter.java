package dev.baton.connect.whatsapp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one lead, ready to go.
 *
 * @param template null: words of our own
 * @param values of the template, or the one text
 */
record WhatsAppLetter(String phone, @Nullable WhatsAppTemplate template, List<String> values) {

  /** What is kept of it. */
  @Nullable String kept() {
    return template == null ? null : "%s (%s)".formatted(template.name(), template.language());
  }
}
