package dev.baton.web.lead;

import dev.baton.handoff.AnswerLinkCommands;
import dev.baton.handoff.answer.AnswerLink;
import dev.baton.handoff.answer.AnswerLinks;
import dev.baton.handoff.answer.AnswerSchema;
import dev.baton.handoff.record.HandoffState;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.Translated;
import dev.baton.people.People;
import dev.baton.web.CurrentUser;
import dev.baton.web.PageTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of {@code /answer/{token}}: the page behind a link in a mail (rule R15). Opening it
 * changes nothing, because mail scanners open links too; a link that answers no more shows nothing
 * of the lead.
 */
@Controller
@Translated
@RequestMapping("/answer/{token}")
class AnswerPageController {
  private final AnswerLinks links;
  private final AnswerLinkCommands commands;
  private final LeadPageAssembler assembler;
  private final AnswerLinkTexts texts;
  private final People people;
  private final Clock clock;

  AnswerPageController(
      AnswerLinks links,
      AnswerLinkCommands commands,
      LeadPageAssembler assembler,
      AnswerLinkTexts texts,
      People people,
      Clock clock) {
    this.links = links;
    this.commands = commands;
    this.assembler = assembler;
    this.texts = texts;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping
  ModelAndView open(@PathVariable String token, HttpServletRequest request) {
    return page(links.find(token), Map.of(), null, HttpStatus.OK, request);
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam Map<String, String> form,
      HttpServletRequest request) {
    Optional<AnswerLink> link = links.find(token);
    if (link.filter(AnswerPageController::isAnswerable).isEmpty()) {
      return page(link, Map.of(), null, HttpStatus.CONFLICT, request);
    }
    try {
      commands.answer(link.get(), fields(form));
    } catch (ApiProblem refused) {
      return refused(token, form, refused, request);
    }
    PageTexts language = user(link.get(), request).clock().texts();
    return over(texts.thanks(form.get("decision"), language), HttpStatus.OK);
  }

  /** The link may have lost its force meanwhile, which the page says then. */
  private ModelAndView refused(
      String token, Map<String, String> form, ApiProblem refused, HttpServletRequest request) {
    Optional<AnswerLink> now = links.find(token);
    PageTexts language =
        now.map(link -> user(link, request).clock().texts()).orElse(PageTexts.ofRequest());
    return refused instanceof InvalidInput invalid
        ? page(now, form, texts.wrong(invalid, language), HttpStatus.UNPROCESSABLE_ENTITY, request)
        : page(
            now,
            form,
            language.translated(String.valueOf(refused.getMessage())) + ".",
            HttpStatus.CONFLICT,
            request);
  }

  private static Map<String, Object> fields(Map<String, String> form) {
    return form.entrySet().stream()
        .filter(field -> AnswerSchema.ofReview().contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private ModelAndView page(
      Optional<AnswerLink> found,
      Map<String, String> given,
      @Nullable String wrong,
      HttpStatus status,
      HttpServletRequest request) {
    AnswerLink link = found.orElseThrow(AnswerPageController::unknown);
    CurrentUser user = user(link, request);
    Optional<LeadPage> page =
        link.isOpen() ? assembler.find(link.handoff().leadId(), user) : Optional.empty();
    if (page.filter(shown -> shown.openQuestion() != null).isEmpty()) {
      return over(texts.over(link, user), HttpStatus.GONE);
    }
    return new ModelAndView("answer", status)
        .addObject("link", link)
        .addObject("user", user)
        .addObject("page", page.get())
        .addObject("answerable", isAnswerable(link))
        .addObject("given", given)
        .addObject("wrong", wrong);
  }

  private static ApiProblem unknown() {
    return ApiProblem.notFound("There is no such link; perhaps it was cut off on its way");
  }

  private static ModelAndView over(AnswerLinkTexts.Message message, HttpStatus status) {
    return new ModelAndView("answer-message", status)
        .addObject("title", message.title())
        .addObject("text", message.text());
  }

  /** What takes more than a decision is answered after a login. */
  private static boolean isAnswerable(AnswerLink link) {
    return link.isOpen() && link.question() == HandoffState.REVIEW;
  }

  private CurrentUser user(AnswerLink link, HttpServletRequest request) {
    return CurrentUser.of(people.find(link.person()).orElseThrow(), clock.instant(), request);
  }
}
