package dev.baton.nurture;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.LeadIdentities;
import dev.baton.lead.Leads;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/questions}: the same questions for somebody's own form. With the token
 * of a mail's link it is open; a web site's server asks with its own token for whom it names.
 * Nobody gets to read what is known.
 */
@RestController
class ProfileQuestionController {
  private static final List<String> CONTACT = List.of("email", "externalId", "visitorId");
  private static final int LONGEST_CONSENT = 4000;

  private final TrackedLinks links;
  private final Mailings mailings;
  private final Leads leads;
  private final LeadIdentities identities;
  private final ProfileQuestions questions;

  ProfileQuestionController(
      TrackedLinks links,
      Mailings mailings,
      Leads leads,
      LeadIdentities identities,
      ProfileQuestions questions) {
    this.links = links;
    this.mailings = mailings;
    this.leads = leads;
    this.identities = identities;
    this.questions = questions;
  }

  record QuestionList(List<ProfileQuestion> questions) {}

  @Operation(summary = "What this lead is asked next; the token is the one of a mail's link")
  @GetMapping("/api/questions/{token}")
  QuestionList ask(@PathVariable String token) {
    return new QuestionList(questions.next(Optional.of(leadOf(token))));
  }

  @Operation(
      summary = "Answer; it says what is asked next",
      description = "{answers: {field: value}}")
  @PostMapping("/api/questions/{token}")
  QuestionList answer(@PathVariable String token, @RequestBody Map<String, Object> body) {
    Lead lead = leadOf(token);
    return answered(Map.of("email", lead.email()), () -> Optional.of(lead), body);
  }

  @Operation(
      summary = "What to ask somebody next, or what they answered",
      description =
          "{lead: {email, or externalId or visitorId}, answers?: {field: value}, consentText?: what"
              + " they agreed to, in full}; for a server with a token, never from a browser")
  @PostMapping("/api/questions")
  QuestionList ask(@RequestBody Map<String, Object> body) {
    Map<String, Object> contact = contact(body);
    return answered(contact, () -> identities.find(known(contact)), body);
  }

  private QuestionList answered(
      Map<String, Object> contact, Supplier<Optional<Lead>> lead, Map<String, Object> body) {
    Map<String, String> answers = new TreeMap<>();
    if (body.get("answers") instanceof Map<?, ?> given) {
      given.forEach(
          (field, value) -> {
            if (value != null) {
              answers.put(field.toString(), value.toString());
            }
          });
    } else if (body.get("answers") != null) {
      throw wrong("answers", "an object of fields and values");
    }
    ProfileQuestions.SaveResult taken =
        questions.take(contact, lead.get(), answers, consentText(body));
    if (!taken.isGood()) {
      throw new InvalidInput(MailTemplateParser.NOT_SAVED, taken.errors());
    }
    return new QuestionList(questions.next(lead.get()));
  }

  private static ContactDetails known(Map<String, Object> contact) {
    return new ContactDetails(
        (String) contact.get("email"),
        (String) contact.get("externalId"),
        (String) contact.get("visitorId"),
        null);
  }

  private static String consentText(Map<String, Object> body) {
    Object text = body.get("consentText");
    if (text == null) {
      return null;
    }
    if (!(text instanceof String words) || words.isBlank() || words.length() > LONGEST_CONSENT) {
      throw wrong("consentText", "the words they agreed to, at most 4000 characters");
    }
    return words;
  }

  private static Map<String, Object> contact(Map<String, Object> body) {
    Map<String, Object> contact = new LinkedHashMap<>();
    if (body.get("lead") instanceof Map<?, ?> named) {
      List<String> strange = new ArrayList<>();
      CONTACT.stream()
          .filter(field -> named.get(field) != null)
          .forEach(
              field -> {
                if (named.get(field) instanceof String text
                    && !text.isBlank()
                    && text.length() <= 200
                    && (!field.equals("email") || text.strip().matches("[^@\\s<>]+@[^@\\s<>]+"))) {
                  contact.put(field, text.strip());
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

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(MailTemplateParser.NOT_SAVED, List.of(new FieldError(field, message)));
  }

  private Lead leadOf(String token) {
    return links
        .find(token, TrackedLinks.Kind.FORM)
        .flatMap(link -> mailings.find(link.mailId()))
        .flatMap(mail -> leads.find(mail.leadId()))
        .orElseThrow(() -> ApiProblem.notFound("There is no such link"));
  }
}
