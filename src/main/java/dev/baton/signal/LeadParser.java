package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.lead.ContactDetails;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a signal says of the lead: who it is, and its profile. */
class LeadParser {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>]+@[^@\\s\\p{Cntrl}<>]+");
  private static final Set<String> TEXTS =
      Set.of(
          "firstName", "lastName", "jobTitle", "phone", "company", "domain", "industry", "country");
  private static final Set<String> IDENTITIES = Set.of("email", "externalId", "visitorId");
  private static final Set<String> OTHERS =
      Set.of("email", "visitorId", "externalId", "companySize", "techStack", "consent");
  private static final Set<String> CONSENTS = Set.of("email", "phone", "whatsapp");

  private final JsonNode lead;
  private final SignalFields signal;
  private final SignalFields fields;
  private final Map<String, String> profile = new TreeMap<>();

  LeadParser(JsonNode lead, SignalFields signal) {
    this.lead = lead;
    this.signal = signal;
    this.fields = signal.inside("lead");
  }

  /** The contract's field names and their values, as far as {@link #contact()} has read them. */
  Map<String, String> profile() {
    return profile;
  }

  void learn(String field, @Nullable String value) {
    if (value != null) {
      profile.put(field, value);
    }
  }

  /** Who it is; null when it isn't said. */
  @Nullable ContactDetails contact() {
    if (!lead.isObject()) {
      signal.error("lead", "Say whose signal it is: an object with email, externalId or visitorId");
      return null;
    }
    Set<String> known = new HashSet<>(OTHERS);
    known.addAll(TEXTS);
    fields.warnOfUnknown(known);
    TEXTS.forEach(field -> learn(field, fields.text(field, 500)));
    companySize(lead.path("companySize"));
    techStack(lead.path("techStack"));
    consent(lead.path("consent"));
    ContactDetails details =
        new ContactDetails(
            email(),
            fields.identity("externalId", 200),
            fields.identity("visitorId", 200),
            profile.get("phone"));
    if (details.email() == null
        && details.externalId() == null
        && details.visitorId() == null
        && IDENTITIES.stream().noneMatch(fields::isWrong)) {
      signal.error("lead", "Say whose signal it is: email, externalId or visitorId");
    }
    return details;
  }

  private @Nullable String email() {
    String email = fields.identity("email", 320);
    if (email != null && !EMAIL.matcher(email.trim()).matches()) {
      fields.error("email", "'%s' is not an e-mail address".formatted(email));
    }
    return email;
  }

  private void companySize(JsonNode size) {
    if (SignalFields.isAbsent(size)) {
      return;
    }
    try {
      int employees = Integer.parseInt(size.asText().trim());
      if (employees < 0 || (size.isNumber() && !size.isIntegralNumber())) {
        throw new NumberFormatException();
      }
      learn("companySize", String.valueOf(employees));
    } catch (NumberFormatException e) {
      fields.error("companySize", "The number of employees is a whole number, 0 or more");
    }
  }

  private void techStack(JsonNode stack) {
    if (SignalFields.isAbsent(stack)) {
      return;
    }
    if (!stack.isArray()) {
      fields.leftOut("techStack", "A list of names");
      return;
    }
    learn("techStack", fields.names("techStack", 4000));
  }

  private void consent(JsonNode consent) {
    if (SignalFields.isAbsent(consent)) {
      return;
    }
    if (!consent.isObject()) {
      fields.leftOut("consent", "An object with email, phone or whatsapp: true or false");
      return;
    }
    SignalFields said = fields.inside("consent");
    CONSENTS.forEach(way -> consent(said, way, consent.path(way)));
    said.instant("at");
    learn("consent.at", said.text("at", 60));
    learn("consent.text", said.prose("text", 4000));
  }

  private void consent(SignalFields said, String way, JsonNode given) {
    if (SignalFields.isAbsent(given)) {
      return;
    }
    if (given.isBoolean()) {
      learn("consent." + way, given.asText());
    } else {
      said.error(way, "true or false");
    }
  }
}
