package dev.baton.nurture;

import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.nurture.mail.Mailing;
import dev.baton.nurture.mail.Mailings;
import dev.baton.nurture.mail.TrackedLink;
import dev.baton.nurture.mail.TrackedLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of links in mails to leads: {@code /n/{token}} notes a click and redirects, {@code
 * /unsubscribe/{token}} ends all mail with one POST (RFC 8058). No cookie, no login.
 */
@Controller
@Translated
class LeadLinkController {
  private final TrackedLinks links;
  private final Mailings mailings;
  private final MailFeedback feedback;
  private final MessageSource texts;

  LeadLinkController(
      TrackedLinks links, Mailings mailings, MailFeedback feedback, MessageSource texts) {
    this.texts = texts;
    this.links = links;
    this.mailings = mailings;
    this.feedback = feedback;
  }

  /** A HEAD asks where it leads and is no click. */
  @GetMapping("/n/{token}")
  ResponseEntity<Void> click(@PathVariable String token, HttpServletRequest request) {
    TrackedLink link = find(token, TrackedLink.Kind.CLICK);
    if (request.getMethod().equals("GET")) {
      feedback.clicked(link, mail(link));
    }
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create(Optional.ofNullable(link.url()).orElseThrow()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Mail scanners open links: a look changes nothing. */
  @GetMapping("/unsubscribe/{token}")
  ModelAndView ask(@PathVariable String token, Locale locale) {
    find(token, TrackedLink.Kind.UNSUBSCRIBE);
    return page("unsubscribe.title", "unsubscribe.ask", true, locale);
  }

  /** From the page's button, or from the mail program's own: both say all with the address. */
  @PostMapping("/unsubscribe/{token}")
  ModelAndView unsubscribe(@PathVariable String token, Locale locale) {
    feedback.unsubscribed(mail(find(token, TrackedLink.Kind.UNSUBSCRIBE)));
    return page("unsubscribe.done", "unsubscribe.done.said", false, locale);
  }

  private TrackedLink find(String token, TrackedLink.Kind kind) {
    return links
        .find(token, kind)
        .orElseThrow(
            () -> ApiProblem.notFound("There is no such link; perhaps it was cut off on its way"));
  }

  private Mailing mail(TrackedLink link) {
    return mailings.find(link.mailId()).orElseThrow();
  }

  private ModelAndView page(String title, String said, boolean asks, Locale locale) {
    return new ModelAndView("unsubscribe")
        .addObject("title", texts.getMessage(title, null, locale))
        .addObject("said", texts.getMessage(said, null, locale))
        .addObject("asks", asks);
  }
}
