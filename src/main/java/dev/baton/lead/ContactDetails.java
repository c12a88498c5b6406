package dev.baton.lead;

import dev.baton.input.DomainNames;
import dev.baton.input.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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

  /** An address as it was written and with its domain in punycode, which is the same. */
  public static Set<String> spellings(String email) {
    try {
      String domain = MailAddress.domain(email);
      String local = email.substring(0, email.length() - domain.length());
      String ascii = DomainNames.ascii(domain);
      return new TreeSet<>(List.of(email, local + ascii, local + DomainNames.unicode(ascii)));
    } catch (IllegalArgumentException e) {
      return Set.of(email);
    }
  }

  public boolean identifies() {
    return email != null || externalId != null || phone != null;
  }
}
