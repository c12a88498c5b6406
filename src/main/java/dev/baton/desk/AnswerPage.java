package dev.baton.desk;

import dev.baton.handoff.AnswerLink;
import dev.baton.handoff.AnswerLinks;
import dev.baton.handoff.AnswerSchema;
import dev.baton.handoff.LinkDesk;
import dev.baton.handoff.State;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * {@code /answer/{token}}: the page behind a link in a mail (rule R15). Opening it changes nothing,
 * because mail scanners open links too; a link that answers no more shows nothing of the lead.
 */
@Controller
@RequestMapping("/answer/{token}")
class AnswerPage {
  private final AnswerLinks links;
  private final LinkDesk desk;
  private final LeadSheets sheets;
  private final LinkWords words;
  private final People people;
  private final Clock clock;

  AnswerPage(
      AnswerLinks links,
      LinkDesk desk,
      LeadSheets sheets,
      LinkWords words,
      People people,
      Clock clock) {
    this.links = links;
    this.desk = desk;
    this.sheets = sheets;
    this.words = words;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView open(@PathVariable String token) {
    return page(links.find(token), Map.of(), null, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView answer(@PathVariable String token, @RequestParam Map<String, String> form) {
    Optional<AnswerLink> link = links.find(token);
    if (link.filter(AnswerPage::isAnswerable).isEmpty()) {
      return page(link, Map.of(), null, HttpStatus.CONFLICT);
    }
    try {
      desk.answer(link.get(), fields(form));
    } catch (ApiProblem refused) {
      return refused(token, form, refused);
    }
    return over(words.thanks(form.get("decision")), HttpStatus.OK);
  }

  /** The link may have lost its force meanwhile, which the page says then. */
  private ModelAndView refused(String token, Map<String, String> form, ApiProblem refused) {
    Optional<AnswerLink> now = links.find(token);
    return refused instanceof InvalidInput invalid
        ? page(now, form, words.wrong(invalid), HttpStatus.UNPROCESSABLE_ENTITY)
        : page(now, form, refused.getMessage() + ".", HttpStatus.CONFLICT);
  }

  private static Map<String, Object> fields(Map<String, String> form) {
    return form.entrySet().stream()
        .filter(field -> AnswerSchema.ofReview().contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private ModelAndView page(
      Optional<AnswerLink> found, Map<String, String> given, String wrong, HttpStatus status) {
    AnswerLink link = found.orElseThrow(AnswerPage::unknown);
    Reader reader = reader(link);
    Optional<LeadSheet> sheet =
        link.isOpen() ? sheets.find(link.handoff().leadId(), reader) : Optional.empty();
    if (sheet.filter(shown -> shown.ask() != null).isEmpty()) {
      return over(words.over(link, reader), HttpStatus.GONE);
    }
    return new ModelAndView("answer", status)
        .addObject("link", link)
        .addObject("reader", reader)
        .addObject("sheet", sheet.get())
        .addObject("answerable", isAnswerable(link))
        .addObject("given", given)
        .addObject("wrong", wrong);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("There is no such link; perhaps it was cut off on its way");
  }

  private static ModelAndView over(LinkWords.Said said, HttpStatus status) {
    return new ModelAndView("answered", status)
        .addObject("title", said.title())
        .addObject("said", said.text());
  }

  /** What takes more than a decision is answered after a login. */
  private static boolean isAnswerable(AnswerLink link) {
    return link.isOpen() && link.question() == State.REVIEW;
  }

  private Reader reader(AnswerLink link) {
    return people
        .find(link.person())
        .map(person -> new Reader(person, new Watch(person.zone(), clock.instant())))
        .orElseThrow();
  }
}
