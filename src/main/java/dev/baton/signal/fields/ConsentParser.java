package dev.baton.signal.fields;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads which ways of contact a lead allows. Consent must be said in the contract's words; what
 * only looks like an opt-out is one.
 */
public class ConsentParser {
  private static final List<String> WAYS = List.of("email", "phone", "whatsapp");
  private static final Set<String> FIELDS = Set.of("email", "phone", "whatsapp", "at", "text");
  private static final Set<String> YES =
      Set.of(
          "true", "t", "yes", "y", "1", "x", "checked", "on", "ja", "wahr", "oui", "vrai", "sí",
          "si");
  private static final Pattern NO =
      Pattern.compile(
          "false|no|n|0|off|nein|non|nej|nee|never|denied|declined|revoked|withdrawn|withdrew"
              + "|opt(?:ed)?[\\s_-]*out|unsubscribed?");

  /** Of a name without its signs: what it says when it is true, or when it is false. */
  private static final Pattern OPT_OUT =
      Pattern.compile(
          ".*(optout|optedout|unsubscri|(?:donot|dont)(?:contact|call|mail|email|send|write|text)|noemail|nomail|nocontact|nocall|suppress|blocked"
              + "|withdrawn|revoked).*");

  private static final Pattern OPT_IN =
      Pattern.compile(".*(optin|optedin|consent|subscribed|newsletter|maycontact|mayemail).*");

  /** Of a name that may hold a 0 or a no which is nobody's wish. */
  private static final Pattern NO_WISH =
      Pattern.compile(".*(cookie|analytic|tracking|version|count|opens|clicks|total|score).*");

  private static final Pattern SAYS_OPTED_OUT =
      Pattern.compile("(?i)opt(?:ed)?[\\s_-]*out|unsubscribed");

  private final SignalFields lead;
  private final Map<String, String> said = new TreeMap<>();

  public ConsentParser(SignalFields lead) {
    this.lead = lead;
  }

  /** The fields of the profile that it says, an opt-out before anything else. */
  public Map<String, String> read() {
    JsonNode consent = lead.node("consent");
    if (consent.isObject()) {
      object();
    } else if (!SignalFields.isAbsent(consent)) {
      word(consent);
    }
    return said;
  }

  /** Hears what stands beside it under unknown names, of the lead or of the signal. */
  public ConsentParser hears(SignalFields fields, Set<String> known) {
    fields.unknown(known).forEach(name -> unknown(fields, name, false));
    return this;
  }

  /** Something else than an object, which may still be a no. */
  private void word(JsonNode consent) {
    if (Boolean.FALSE.equals(answer(consent))) {
      optOut(lead, "consent", WAYS);
    } else if (!text(consent).isEmpty()) {
      lead.leftOut("consent", "An object with email, phone or whatsapp: true or false");
    }
  }

  private void object() {
    SignalFields consent = lead.inside("consent");
    WAYS.forEach(way -> way(consent, way));
    learn("consent.at", consent.instant("at"));
    learn("consent.text", consent.prose("text", 4000));
    consent.unknown(FIELDS).forEach(name -> unknown(consent, name, true));
  }

  private void way(SignalFields consent, String way) {
    JsonNode given = consent.node(way);
    Boolean answer = answer(given);
    if (answer != null) {
      said.putIfAbsent("consent." + way, answer.toString());
    } else if (!text(given).isEmpty()) {
      consent.leftOut(way, "true or false");
    }
  }

  /** A no under a name of its own; a yes under such a name is no consent. */
  private void unknown(SignalFields fields, String name, boolean ofConsent) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    Boolean answer = answer(fields.node(name));
    String value = text(fields.node(name));
    boolean isNamed = OPT_OUT.matcher(plain).matches();
    boolean mayRefuse = ofConsent || OPT_IN.matcher(plain).matches();
    List<String> ways = ways(plain);
    if (NO_WISH.matcher(plain).matches()) {
      fields.warning(name, "Unknown field, ignored");
    } else if (isNamed ? isSaid(answer, value) : SAYS_OPTED_OUT.matcher(value).matches()) {
      optOut(fields, name, ways);
    } else if (!isNamed && mayRefuse && Boolean.FALSE.equals(answer)) {
      optOut(fields, name, ways.equals(WAYS) ? notAllowed() : ways);
    } else {
      fields.warning(name, "Unknown field, ignored");
    }
  }

  /** Such as true, or the day on which it was said. */
  private static boolean isSaid(@Nullable Boolean answer, String value) {
    return answer == null ? !value.isEmpty() && !value.equals("[]") : answer;
  }

  /** A no of another name takes back no yes in the contract's words, unless it says which. */
  private List<String> notAllowed() {
    return WAYS.stream().filter(way -> !"true".equals(said.get("consent." + way))).toList();
  }

  private void optOut(SignalFields fields, String name, List<String> ways) {
    if (ways.isEmpty()) {
      fields.warning(name, "Unknown field, ignored");
      return;
    }
    ways.forEach(way -> said.put("consent." + way, "false"));
    fields.warning(
        name, "Taken as an opt-out of %s; say it as consent".formatted(String.join(", ", ways)));
  }

  private static List<String> ways(String name) {
    if (name.contains("whatsapp")) {
      return List.of("whatsapp");
    }
    if (Stream.of("phone", "call", "tel", "sms").anyMatch(name::contains)) {
      return List.of("phone");
    }
    return Stream.of("mail", "news", "letter").anyMatch(name::contains) ? List.of("email") : WAYS;
  }

  private void learn(String field, @Nullable String value) {
    if (value != null) {
      said.put(field, value);
    }
  }

  /** Yes, no, or null where it says neither; one no in an object or a list is one. */
  private static @Nullable Boolean answer(JsonNode given) {
    if (given.isContainerNode()) {
      return StreamSupport.stream(given.spliterator(), false)
              .anyMatch(inner -> Boolean.FALSE.equals(answer(inner)))
          ? Boolean.FALSE
          : null;
    }
    String word = text(given).toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Boolean.TRUE;
    }
    return NO.matcher(word).matches() ? Boolean.FALSE : null;
  }

  private static String text(JsonNode given) {
    return given.isContainerNode()
        ? given.toString()
        : given.isNull() ? "" : given.asText().strip();
  }
}
