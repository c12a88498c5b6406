package dev.baton.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.lead.Channel;
import dev.baton.lead.Contact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads one signal of the contract, collecting everything that is wrong with it. */
class DraftReader {
  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final int LONGEST_PROPERTIES = 16_000;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>]+@[^@\\s\\p{Cntrl}<>]+");

  private static final Set<String> FIELDS =
      Set.of("id", "type", "occurredAt", "lead", "channel", "source", "campaign", "properties");
  private static final Set<String> LEAD_TEXTS =
      Set.of(
          "firstName", "lastName", "jobTitle", "phone", "company", "domain", "industry", "country");
  private static final Set<String> LEAD_FIELDS =
      Set.of("email", "visitorId", "externalId", "companySize", "techStack", "consent");
  private static final Set<String> CONSENTS = Set.of("email", "phone", "whatsapp");

  private final JsonNode row;
  private final Set<String> knownTypes;
  private final Instant now;
  private final List<Issue> errors = new ArrayList<>();
  private final List<Issue> warnings = new ArrayList<>();
  private final Map<String, String> profile = new TreeMap<>();

  private DraftReader(JsonNode row, Set<String> knownTypes, Instant now) {
    this.row = row;
    this.knownTypes = knownTypes;
    this.now = now;
  }

  static Draft read(JsonNode row, Set<String> knownTypes, Instant now) {
    return new DraftReader(row, knownTypes, now).read();
  }

  /** A row that isn't even JSON. */
  static Draft unreadable(String message) {
    return new Draft(
        null,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(new Issue("", message)),
        List.of());
  }

  private Draft read() {
    if (!row.isObject()) {
      return unreadable("A signal is a JSON object");
    }
    warnOfUnknown(row, "", FIELDS);
    String id = text(row, "", "id", 200);
    String type = text(row, "", "type", 100);
    if (type == null) {
      error("type", "Say what the lead did, such as demo_requested");
    } else if (!knownTypes.contains(type)) {
      warnings.add(new Issue("type", "Unknown type '%s': kept, scores nothing".formatted(type)));
    }
    Contact contact = contact();
    return new Draft(
        id,
        type,
        instant(row.get("occurredAt"), "occurredAt"),
        contact,
        profile,
        channel(),
        text(row, "", "source", 200),
        text(row, "", "campaign", 200),
        properties(type),
        hash(),
        errors,
        warnings);
  }

  private Contact contact() {
    JsonNode lead = row.path("lead");
    if (!lead.isObject()) {
      error("lead", "Say whose signal it is: an object with email, externalId or visitorId");
      return null;
    }
    Set<String> known = new java.util.HashSet<>(LEAD_FIELDS);
    known.addAll(LEAD_TEXTS);
    warnOfUnknown(lead, "lead.", known);
    LEAD_TEXTS.forEach(field -> learn(field, text(lead, "lead.", field, 500)));
    companySize(lead.get("companySize"));
    techStack(lead.get("techStack"));
    consent(lead.get("consent"));
    String email = text(lead, "lead.", "email", 320);
    if (email != null && !EMAIL.matcher(email.trim()).matches()) {
      error("lead.email", "'%s' is not an e-mail address".formatted(email));
    }
    Contact contact =
        new Contact(
            email,
            text(lead, "lead.", "externalId", 200),
            text(lead, "lead.", "visitorId", 200),
            profile.get("phone"));
    if (contact.email() == null && contact.externalId() == null && contact.visitorId() == null) {
      error("lead", "Say whose signal it is: email, externalId or visitorId");
    }
    return contact;
  }

  private void companySize(JsonNode size) {
    if (isAbsent(size)) {
      return;
    }
    try {
      int employees = Integer.parseInt(size.asText().trim());
      if (employees < 0 || (size.isNumber() && !size.isIntegralNumber())) {
        throw new NumberFormatException();
      }
      learn("companySize", String.valueOf(employees));
    } catch (NumberFormatException e) {
      error("lead.companySize", "The number of employees is a whole number, 0 or more");
    }
  }

  private void techStack(JsonNode stack) {
    if (isAbsent(stack)) {
      return;
    }
    if (!stack.isArray()) {
      error("lead.techStack", "A list of names");
      return;
    }
    String names =
        String.join(
            ", ", StreamSupport.stream(stack.spliterator(), false).map(JsonNode::asText).toList());
    learn("techStack", clean(names, "lead.techStack", 4000));
  }

  private void consent(JsonNode consent) {
    if (isAbsent(consent)) {
      return;
    }
    if (!consent.isObject()) {
      error("lead.consent", "An object with email, phone or whatsapp: true or false");
      return;
    }
    CONSENTS.forEach(
        way -> {
          JsonNode given = consent.get(way);
          if (isAbsent(given)) {
            return;
          }
          if (given.isBoolean()) {
            learn("consent." + way, given.asText());
          } else {
            error("lead.consent." + way, "true or false");
          }
        });
    instant(consent.get("at"), "lead.consent.at");
    learn("consent.at", text(consent, "lead.consent.", "at", 60));
    learn("consent.text", prose(consent, "lead.consent.", "text", 4000));
  }

  private Instant instant(JsonNode node, String field) {
    if (isAbsent(node)) {
      return null;
    }
    try {
      Instant instant =
          OffsetDateTime.parse(node.asText()).toInstant().truncatedTo(ChronoUnit.MILLIS);
      if (instant.isAfter(now.plus(AHEAD))) {
        error(field, "%s is in the future; it is now %s".formatted(node.asText(), now));
      } else if (instant.isBefore(EARLIEST)) {
        error(field, "%s is before 1970".formatted(node.asText()));
      }
      return instant;
    } catch (DateTimeParseException e) {
      error(
          field,
          "'%s' is not an instant with offset, such as 2026-11-22T09:30:00+01:00"
              .formatted(node.asText()));
      return null;
    }
  }

  private Channel channel() {
    String channel = text(row, "", "channel", 20);
    if (channel == null) {
      return null;
    }
    for (Channel known : Channel.values()) {
      if (known.word().equals(channel)) {
        return known;
      }
    }
    error("channel", "'%s' is not one of inbound, outbound".formatted(channel));
    return null;
  }

  private String properties(String type) {
    JsonNode properties = row.path("properties");
    if (type != null && type.equals("unsubscribed")) {
      learn("consent.email", "false");
    }
    if (isAbsent(properties)) {
      return "{}";
    }
    if (!properties.isObject()) {
      error("properties", "An object of names and values");
      return "{}";
    }
    String json = properties.toString();
    if (json.length() > LONGEST_PROPERTIES) {
      error("properties", "Longer than %d characters".formatted(LONGEST_PROPERTIES));
    }
    return json;
  }

  private void learn(String field, String value) {
    if (value != null) {
      profile.put(field, value);
    }
  }

  /** A text of one line: a break in a name would be one in a subject or a header too. */
  private String text(JsonNode parent, String path, String field, int longest) {
    String text = prose(parent, path, field, longest);
    return text == null ? null : CONTROL.matcher(text).replaceAll(" ");
  }

  /** A trimmed text; an empty one is as good as none. */
  private String prose(JsonNode parent, String path, String field, int longest) {
    JsonNode node = parent.get(field);
    if (isAbsent(node)) {
      return null;
    }
    if (node.isContainerNode()) {
      error(path + field, "A text, not an object or a list");
      return null;
    }
    return clean(node.asText(), path + field, longest);
  }

  private String clean(String raw, String field, int longest) {
    String text = raw.trim();
    if (text.length() > longest) {
      error(field, "Longer than %d characters".formatted(longest));
    }
    if (text.indexOf('\0') >= 0) {
      error(field, "Contains a NUL character");
    }
    return text.isEmpty() ? null : text;
  }

  private void warnOfUnknown(JsonNode object, String path, Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                warnings.add(new Issue(path + name, "Unknown field, ignored"));
              }
            });
  }

  private void error(String field, String message) {
    errors.add(new Issue(field, message));
  }

  private static boolean isAbsent(JsonNode node) {
    return node == null || node.isMissingNode() || node.isNull();
  }

  private String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical(row).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      Map<String, String> sorted = new TreeMap<>();
      node.fields()
          .forEachRemaining(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
      return sorted.toString();
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(DraftReader::canonical)
          .toList()
          .toString();
    }
    return node.toString();
  }
}
