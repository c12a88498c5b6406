package dev.baton.nurture.profile;

import dev.baton.input.ApiProblem;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import dev.baton.lead.Lead;
import dev.baton.lead.Leads;
import dev.baton.nurture.MailFeedback;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.TrackedLink;
import dev.baton.nurture.mail.TrackedLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of {@code /about-you/{token}}: the form behind a link in a mail. It asks what is not
 * known, shows nothing that is, and an empty answer is an answer too.
 */
@Controller
@Translated
@RequestMapping("/about-you/{token}")
class ProfileFormController {
  private final TrackedLinks links;
  private final Mailings mailings;
  private final Leads leads;
  private final ProfileQuestions questions;
  private final MailFeedback feedback;
  private final MessageSource texts;

  ProfileFormController(
      TrackedLinks links,
      Mailings mailings,
      Leads leads,
      ProfileQuestions questions,
      MailFeedback feedback,
      MessageSource texts) {
    this.links = links;
    this.mailings = mailings;
    this.leads = leads;
    this.questions = questions;
    this.feedback = feedback;
    this.texts = texts;
  }

  @GetMapping
  ModelAndView ask(@PathVariable String token, Locale locale, HttpServletRequest request) {
    TrackedLink link = find(token);
    Mailing mail = mailings.find(link.mailId()).orElseThrow();
    List<ProfileQuestion> asked = questions.next(leads.find(mail.leadId()));
    if (request.getMethod().equals("GET")) {
      feedback.clicked(link, mail);
    }
    return asked.isEmpty()
        ? done("profile.known", locale)
        : page(asked, Map.of(), Map.of(), HttpStatus.OK, locale);
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable String token, @RequestParam Map<String, String> form, Locale locale) {
    Mailing mail = mailings.find(find(token).mailId()).orElseThrow();
    Optional<Lead> lead = leads.find(mail.leadId());
    List<ProfileQuestion> asked = questions.next(lead);
    Map<String, Object> contact = Map.of("email", lead.map(Lead::email).orElseThrow());
    ProfileQuestions.SaveResult taken = questions.take(contact, lead, form, Optional.empty());
    if (taken.isGood()) {
      return done("profile.saved", locale);
    }
    Map<String, String> wrong = new TreeMap<>();
    taken
        .errors()
        .forEach(
            error -> wrong.put(error.field(), sentence(Sentences.in(locale, error.message()))));
    return page(asked, form, wrong, HttpStatus.UNPROCESSABLE_ENTITY, locale);
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private TrackedLink find(String token) {
    return links
        .find(token, TrackedLink.Kind.FORM)
        .orElseThrow(
            () -> ApiProblem.notFound("There is no such link; perhaps it was cut off on its way"));
  }

  private ModelAndView done(String said, Locale locale) {
    return new ModelAndView("profile-form")
        .addObject("title", text("form.thanks", locale))
        .addObject("said", text(said, locale))
        .addObject("questions", List.of())
        .addObject("wrong", Map.of())
        .addObject("given", Map.of());
  }

  private String text(String key, Locale locale, Object... named) {
    return texts.getMessage(key, named, locale);
  }

  private ModelAndView page(
      List<ProfileQuestion> asked,
      Map<String, String> given,
      Map<String, String> wrong,
      HttpStatus status,
      Locale locale) {
    return new ModelAndView("profile-form", status)
        .addObject("title", text("profile.title", locale, asked.size()))
        .addObject("keeps", text("profile.keeps", locale))
        .addObject("questions", asked.stream().map(question -> question.in(locale)).toList())
        .addObject("given", given)
        .addObject("wrong", wrong);
  }
}
