package dev.baton.lead;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a signal says of who somebody is. The e-mail is trimmed and lower-cased, nothing else (rule
 * R13).
 *
 * @param phone a contact detail that makes a visitor a lead, but finds nobody
 */
public record ContactDetails(
    @Nullable String email,
    @Nullable String externalId,
    @Nullable String visitorId,
    @Nullable String phone) {

  public ContactDetails {
    email = email == null ? null : email.trim().toLowerCase(Locale.ROOT);
  }

  boolean identifies() {
    return email != null || externalId != null || phone != null;
  }
}
