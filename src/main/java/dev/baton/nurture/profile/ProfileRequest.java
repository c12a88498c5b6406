package dev.baton.nurture.profile;

import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.input.MailAddress;
import dev.baton.input.TextPolicy;
import dev.baton.nurture.mail.MailTemplateParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Body of a request with answers to profile questions. */
record ProfileRequest(Map<String, Object> body) {
  private static final List<String> CONTACT = List.of("email", "externalId", "visitorId");
  private static final int LONGEST_CONSENT = 4000;

  /** What a lead answers, by field. */
  Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    if (body.get("answers") instanceof Map<?, ?> given) {
      given.forEach(
          (field, value) -> {
            if (value instanceof Map || value instanceof Collection) {
              throw wrong("answers." + field, "a text or a number");
            }
            if (value != null) {
              answers.put(field.toString(), value.toString());
            }
          });
    } else if (body.get("answers") != null) {
      throw wrong("answers", "an object of fields and values");
    }
    return answers;
  }

  /** What a lead agrees to besides. */
  Optional<String> consentText() {
    Object text = body.get("consentText");
    if (text == null) {
      return Optional.empty();
    }
    if (!(text instanceof String words)
        || words.isBlank()
        || TextPolicy.objection(words, LONGEST_CONSENT).isPresent()) {
      throw wrong("consentText", "the words they agreed to, at most 4000 characters");
    }
    return Optional.of(words);
  }

  /** Who it is: at least one of the fields that a lead is known by. */
  Map<String, Object> contact() {
    Map<String, Object> contact = new LinkedHashMap<>();
    if (body.get("lead") instanceof Map<?, ?> named) {
      List<String> strange = new ArrayList<>();
      CONTACT.stream()
          .filter(field -> named.get(field) != null)
          .forEach(
              field -> {
                if (named.get(field) instanceof String text && isContact(field, text)) {
                  contact.put(field, TextPolicy.clean(text));
                } else {
                  strange.add(field);
                }
              });
      if (!strange.isEmpty()) {
        throw wrong("lead." + strange.get(0), "not what a lead is known by");
      }
    }
    if (contact.isEmpty()) {
      throw wrong("lead", "say who it is: email, externalId or visitorId");
    }
    return contact;
  }

  private static boolean isContact(String field, String text) {
    return !text.isBlank()
        && TextPolicy.objection(TextPolicy.clean(text), 200).isEmpty()
        && TextPolicy.invisible(TextPolicy.clean(text)).isEmpty()
        && (!field.equals("email") || MailAddress.isGood(TextPolicy.clean(text)));
  }

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(MailTemplateParser.NOT_SAVED, List.of(new FieldError(field, message)));
  }
}
