package dev.baton.nurture.profile;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.lead.ContactDetails;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.lead.identity.LeadIdentities;
import dev.baton.nurture.mail.MailTemplateParser;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.TrackedLink;
import dev.baton.nurture.mail.TrackedLinks;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    String email = Optional.ofNullable(lead.email()).orElseThrow();
    return answered(Map.of("email", email), () -> Optional.of(lead), new ProfileRequest(body));
  }

  @Operation(
      summary = "What to ask somebody next, or what they answered",
      description =
          "{lead: {email, or externalId or visitorId}, answers?: {field: value}, consentText?: what"
              + " they agreed to, in full}; for a server with a token, never from a browser")
  @PostMapping("/api/questions")
  QuestionList ask(@RequestBody Map<String, Object> body) {
    ProfileRequest request = new ProfileRequest(body);
    Map<String, Object> contact = request.contact();
    return answered(contact, () -> identities.find(known(contact)), request);
  }

  private QuestionList answered(
      Map<String, Object> contact, Supplier<Optional<Lead>> lead, ProfileRequest request) {
    ProfileQuestions.SaveResult taken =
        questions.take(contact, lead.get(), request.answers(), request.consentText());
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

  private Lead leadOf(String token) {
    return links
        .find(token, TrackedLink.Kind.FORM)
        .flatMap(link -> mailings.find(link.mailId()))
        .flatMap(mail -> leads.find(mail.leadId()))
        .orElseThrow(() -> ApiProblem.notFound("There is no such link"));
  }
}
