package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.DomainNames;
import dev.baton.lead.CompanySize;
import dev.baton.lead.ContactDetails;
import dev.baton.signal.fields.ConsentParser;
import dev.baton.signal.fields.FormPlaceholders;
import dev.baton.signal.fields.IdentityParser;
import dev.baton.signal.fields.SignalFields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a signal says of the lead: who it is, and its profile. The profile is a matter of
 * taste: what can't be understood of it is left out with a warning.
 */
class LeadParser {
  private static final int LONGEST = 500;
  private static final int LONGEST_LIST = 4000;
  private static final Set<String> NAMES = Set.of("firstName", "lastName");
  private static final Set<String> FACTS =
      Set.of("jobTitle", "phone", "company", "industry", "country");
  private static final Set<String> OTHERS =
      Set.of("email", "visitorId", "externalId", "domain", "companySize", "techStack", "consent");
  private static final Set<String> KNOWN =
      Stream.of(NAMES, FACTS, OTHERS).flatMap(Set::stream).collect(Collectors.toSet());

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
    NAMES.forEach(field -> learn(field, name(field)));
    FACTS.forEach(field -> learn(field, FormPlaceholders.filled(fields, field, LONGEST)));
    domain();
    companySize();
    techStack();
    profile.putAll(
        new ConsentParser(fields).hears(fields, KNOWN).hears(signal, SignalParser.FIELDS).read());
    IdentityParser identities = new IdentityParser(fields);
    ContactDetails contact = identities.contact(profile.get("phone"));
    if (identities.saysNothing(contact)) {
      signal.error("lead", "Say whose signal it is: email, externalId or visitorId");
    }
    return contact;
  }

  private @Nullable String name(String field) {
    String name = fields.text(field, LONGEST);
    if (name != null && FormPlaceholders.isTemplate(name)) {
      fields.leftOut(field, "'%s' was never filled in".formatted(name));
      return null;
    }
    return name;
  }

  private void domain() {
    String said = FormPlaceholders.filled(fields, "domain", LONGEST);
    if (said == null) {
      return;
    }
    String domain = DomainNames.registrable(said).orElse(null);
    if (domain == null) {
      fields.leftOut("domain", "'%s' names no domain, such as acme.example".formatted(said));
      return;
    }
    if (!domain.equalsIgnoreCase(said)) {
      fields.warning("domain", "'%s' was taken as %s".formatted(said, domain));
    }
    learn("domain", domain);
  }

  private void companySize() {
    JsonNode number = lead.path("companySize");
    String said =
        number.isNumber() ? whole(number) : FormPlaceholders.filled(fields, "companySize", LONGEST);
    if (said == null) {
      return;
    }
    if (CompanySize.lowerBound(said).isPresent()) {
      learn("companySize", said);
    } else {
      fields.leftOut(
          "companySize",
          "'%s' is not a number of employees, such as 120 or 51-200".formatted(said));
    }
  }

  /** However many zeros a database puts behind it. */
  private static String whole(JsonNode number) {
    if (!number.isBigDecimal() && !number.isIntegralNumber()) {
      return number.asText();
    }
    BigDecimal plain = number.decimalValue().stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() < 10
        ? plain.toPlainString()
        : number.asText();
  }

  private void techStack() {
    JsonNode stack = lead.path("techStack");
    if (SignalFields.isAbsent(stack)) {
      return;
    }
    if (!stack.isArray()) {
      fields.leftOut("techStack", "A list of names");
      return;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : stack) {
      if (name.isValueNode() && !name.isNull()) {
        names.add(name.asText().strip());
      } else {
        fields.leftOut("techStack", "%s is not a name".formatted(name));
      }
    }
    names.removeIf(String::isEmpty);
    learn("techStack", fields.list("techStack", names, LONGEST_LIST));
  }
}
