package dev.baton.connect.website;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form that we host, as a visitor filled it in: who they are, what they say, and what the page
 * around it knows of them, which is a visitor id only after they agreed to it.
 */
public record HostedForm(Map<String, String> given) {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final String USUAL = "form_submitted";
  private static final Set<String> TITLED =
      Set.of(
          "demo_requested",
          "contact_sales",
          "pricing_requested",
          "quote_requested",
          "newsletter_signup");
  private static final List<String> OF_LEAD =
      List.of("email", "firstName", "lastName", "company", "jobTitle");

  /** The key of its title among the texts of pages. */
  String title() {
    return "form.title." + (TITLED.contains(type()) ? type() : USUAL);
  }

  /** What sending it is; anything that is no word is the usual one. */
  public String type() {
    String said = value("type");
    return TYPE.matcher(said).matches() ? said : USUAL;
  }

  public String value(String field) {
    return given.getOrDefault(field, "").strip();
  }

  /** The act that it is, so that a form that is sent twice counts once. */
  public String id() {
    try {
      return UUID.fromString(value("id")).toString();
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID().toString();
    }
  }

  boolean isOfRobot() {
    return !value(FormController.TRAP).isEmpty();
  }

  /** What a visitor has to correct, as a key among the texts of pages. */
  Optional<String> wrong() {
    String email = value("email");
    if (email.isEmpty()) {
      return Optional.of("form.email.missing");
    }
    return MailAddress.isGood(email) ? Optional.empty() : Optional.of("form.email.wrong");
  }

  /**
   * As the signal that it is.
   *
   * @param title that the visitor read
   * @param agreed to what, if they did
   */
  ObjectNode signal(Instant now, String title, String agreed) {
    ObjectNode signal = JsonNodeFactory.instance.objectNode();
    signal.put("id", id()).put("type", type()).put("occurredAt", now.toString());
    put(signal, "source", value("source"));
    put(signal, "campaign", value("campaign"));
    ObjectNode lead = signal.putObject("lead");
    OF_LEAD.forEach(field -> put(lead, field, value(field)));
    put(lead, "visitorId", value("visitor"));
    if (!value("consent").isEmpty()) {
      lead.putObject("consent").put("email", true).put("at", now.toString()).put("text", agreed);
    }
    ObjectNode properties = signal.putObject("properties").put("form", title);
    put(properties, "page", value("page"));
    put(properties, "message", value("message"));
    return signal;
  }

  private static void put(ObjectNode to, String field, String value) {
    if (!value.isEmpty()) {
      to.put(field, value);
    }
  }
}
