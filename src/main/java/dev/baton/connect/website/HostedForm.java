package dev.baton.connect.website;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form that we host, as a visitor filled it in: who they are, what they say, and what the page
 * around it knows of them, which is a visitor id only after they agreed to it.
 */
public record HostedForm(Map<String, String> given) {
  static final String CONSENT_TEXT = "You may write to me about this by e-mail.";

  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
  private static final String USUAL = "form_submitted";
  private static final Map<String, String> TITLES =
      Map.of(
          "demo_requested", "Request a demo",
          "contact_sales", "Talk to us",
          "pricing_requested", "Ask for prices",
          "quote_requested", "Ask for a quote",
          "newsletter_signup", "Get our newsletter");
  private static final List<String> OF_LEAD =
      List.of("email", "firstName", "lastName", "company", "jobTitle");

  public String title() {
    return TITLES.getOrDefault(type(), "Get in touch");
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

  /** What a visitor has to correct, as a sentence. */
  Optional<String> wrong() {
    String email = value("email");
    if (email.isEmpty()) {
      return Optional.of("Please tell us your e-mail address.");
    }
    return MailAddress.isGood(email)
        ? Optional.empty()
        : Optional.of("This is no e-mail address; please look at it again.");
  }

  /** As the signal that it is. */
  ObjectNode signal(Instant now) {
    ObjectNode signal = JsonNodeFactory.instance.objectNode();
    signal.put("id", id()).put("type", type()).put("occurredAt", now.toString());
    put(signal, "source", value("source"));
    put(signal, "campaign", value("campaign"));
    ObjectNode lead = signal.putObject("lead");
    OF_LEAD.forEach(field -> put(lead, field, value(field)));
    put(lead, "visitorId", value("visitor"));
    if (!value("consent").isEmpty()) {
      lead.putObject("consent")
          .put("email", true)
          .put("at", now.toString())
          .put("text", CONSENT_TEXT);
    }
    ObjectNode properties = signal.putObject("properties").put("form", title());
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
