package dev.baton.signal.fields;

import dev.baton.input.FieldError;
import dev.baton.input.MailAddress;
import dev.baton.input.TextPolicy;
import dev.baton.lead.ContactDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads who a lead is. One good identity is enough: what is wrong with the others is then a
 * warning, and the signal is kept.
 */
public class IdentityParser {
  private static final int LONGEST = 200;
  private static final int LONGEST_EMAIL = 320;

  private final SignalFields fields;
  private final List<FieldError> issues = new ArrayList<>();

  public IdentityParser(SignalFields fields) {
    this.fields = fields;
  }

  public ContactDetails contact(@Nullable String phone) {
    ContactDetails contact =
        new ContactDetails(email(), text("externalId", LONGEST), text("visitorId", LONGEST), phone);
    boolean known =
        Stream.of(contact.email(), contact.externalId(), contact.visitorId())
            .anyMatch(Objects::nonNull);
    for (FieldError issue : issues) {
      if (known) {
        fields.leftOut(issue.field(), issue.message());
      } else {
        fields.error(issue.field(), issue.message());
      }
    }
    return contact;
  }

  /** Whether nothing was said of who it is, neither right nor wrong. */
  public boolean saysNothing(ContactDetails contact) {
    return issues.isEmpty()
        && contact.email() == null
        && contact.externalId() == null
        && contact.visitorId() == null;
  }

  private @Nullable String email() {
    String email = text("email", LONGEST_EMAIL);
    if (email == null || MailAddress.isGood(email)) {
      return email;
    }
    issues.add(new FieldError("email", "'%s' is not an e-mail address".formatted(email)));
    return null;
  }

  private @Nullable String text(String field, int longest) {
    String text = fields.attempt(field, longest, issues);
    if (text == null) {
      return null;
    }
    if (FormPlaceholders.isOne(field, text)) {
      issues.add(new FieldError(field, "'%s' only holds the place of a value".formatted(text)));
      return null;
    }
    String invisible = TextPolicy.invisible(text).orElse(null);
    if (invisible == null) {
      return text;
    }
    issues.add(new FieldError(field, "Contains a character that nobody sees: " + invisible));
    return null;
  }
}
