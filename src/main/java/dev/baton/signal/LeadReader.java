package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.lead.Contact;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads what a signal says of the lead: who it is, and its profile. */
class LeadReader {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>]+@[^@\\s\\p{Cntrl}<>]+");
  private static final String PATH = "lead.";
  private static final Set<String> TEXTS =
      Set.of(
          "firstName", "lastName", "jobTitle", "phone", "company", "domain", "industry", "country");
  private static final Set<String> OTHERS =
      Set.of("email", "visitorId", "externalId", "companySize", "techStack", "consent");
  private static final Set<String> CONSENTS = Set.of("email", "phone", "whatsapp");

  private final JsonNode lead;
  private final Reading reading;
  private final Map<String, String> profile = new TreeMap<>();

  LeadReader(JsonNode lead, Reading reading) {
    this.lead = lead;
    this.reading = reading;
  }

  /** The contract's field names and their values, as far as {@link #contact()} has read them. */
  Map<String, String> profile() {
    return profile;
  }

  void learn(String field, String value) {
    if (value != null) {
      profile.put(field, value);
    }
  }

  /** Who it is; null when it isn't said. */
  Contact contact() {
    if (!lead.isObject()) {
      reading.error(
          "lead", "Say whose signal it is: an object with email, externalId or visitorId");
      return null;
    }
    Set<String> known = new HashSet<>(OTHERS);
    known.addAll(TEXTS);
    reading.warnOfUnknown(lead, PATH, known);
    TEXTS.forEach(field -> learn(field, reading.text(lead, PATH, field, 500)));
    companySize(lead.get("companySize"));
    techStack(lead.get("techStack"));
    consent(lead.get("consent"));
    Contact contact =
        new Contact(
            email(),
            reading.text(lead, PATH, "externalId", 200),
            reading.text(lead, PATH, "visitorId", 200),
            profile.get("phone"));
    if (contact.email() == null && contact.externalId() == null && contact.visitorId() == null) {
      reading.error("lead", "Say whose signal it is: email, externalId or visitorId");
    }
    return contact;
  }

  private String email() {
    String email = reading.text(lead, PATH, "email", 320);
    if (email != null && !EMAIL.matcher(email.trim()).matches()) {
      reading.error("lead.email", "'%s' is not an e-mail address".formatted(email));
    }
    return email;
  }

  private void companySize(JsonNode size) {
    if (Reading.isAbsent(size)) {
      return;
    }
    try {
      int employees = Integer.parseInt(size.asText().trim());
      if (employees < 0 || (size.isNumber() && !size.isIntegralNumber())) {
        throw new NumberFormatException();
      }
      learn("companySize", String.valueOf(employees));
    } catch (NumberFormatException e) {
      reading.error("lead.companySize", "The number of employees is a whole number, 0 or more");
    }
  }

  private void techStack(JsonNode stack) {
    if (Reading.isAbsent(stack)) {
      return;
    }
    if (!stack.isArray()) {
      reading.error("lead.techStack", "A list of names");
      return;
    }
    String names =
        String.join(
            ", ", StreamSupport.stream(stack.spliterator(), false).map(JsonNode::asText).toList());
    learn("techStack", reading.clean(names, "lead.techStack", 4000));
  }

  private void consent(JsonNode consent) {
    if (Reading.isAbsent(consent)) {
      return;
    }
    if (!consent.isObject()) {
      reading.error("lead.consent", "An object with email, phone or whatsapp: true or false");
      return;
    }
    CONSENTS.forEach(way -> consent(way, consent.get(way)));
    reading.instant(consent.get("at"), "lead.consent.at");
    learn("consent.at", reading.text(consent, "lead.consent.", "at", 60));
    learn("consent.text", reading.prose(consent, "lead.consent.", "text", 4000));
  }

  private void consent(String way, JsonNode given) {
    if (Reading.isAbsent(given)) {
      return;
    }
    if (given.isBoolean()) {
      learn("consent." + way, given.asText());
    } else {
      reading.error("lead.consent." + way, "true or false");
    }
  }
}
