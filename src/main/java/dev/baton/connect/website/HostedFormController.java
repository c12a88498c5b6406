package dev.baton.connect.website;

import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.SourceKind;
import dev.baton.connect.source.Sources;
import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Controller of {@code /forms/{name}}: the form that we host for a website, in a frame of its
 * pages. Only pages of the source's hosts may frame it.
 */
@Controller
@Hidden
@Translated
class HostedFormController {
  /** Forms that one address may send in a minute. */
  static final int MOST = 20;

  private static final String CONSENT = "form.consent";
  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors ";

  private final Sources sources;
  private final PayloadIntake intake;
  private final MeetingOffers meetings;
  private final Clock clock;
  private final MessageSource texts;
  private final CallsPerMinute posts = new CallsPerMinute(MOST);

  HostedFormController(
      Sources sources,
      PayloadIntake intake,
      MeetingOffers meetings,
      Clock clock,
      MessageSource texts) {
    this.texts = texts;
    this.sources = sources;
    this.intake = intake;
    this.meetings = meetings;
    this.clock = clock;
  }

  @GetMapping("/forms/{name}")
  ModelAndView ask(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      Locale locale,
      HttpServletResponse answer) {
    frame(find(name), answer);
    // what somebody's address says is no answer of the visitor's
    HostedForm form = new HostedForm(Map.of("type", given.getOrDefault("type", "")));
    return page(form, null, HttpStatus.OK, locale);
  }

  @PostMapping("/forms/{name}")
  ModelAndView take(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse answer) {
    posts.count(request.getRemoteAddr());
    SignalSource source = find(name);
    frame(source, answer);
    HostedForm form = new HostedForm(given);
    if (form.isOfRobot()) {
      intake.ignore(
          source,
          signal(form, locale),
          "The field '%s' was filled: a robot".formatted(FormController.TRAP));
      return thanks(Optional.empty(), locale);
    }
    Optional<String> wrong = form.wrong();
    if (wrong.isPresent()) {
      return page(form, text(wrong.get(), locale), HttpStatus.UNPROCESSABLE_ENTITY, locale);
    }
    return thanks(meetings.of(intake.take(source, signal(form, locale))), locale);
  }

  private String signal(HostedForm form, Locale locale) {
    return form.signal(clock.instant(), text(form.title(), locale), text(CONSENT, locale))
        .toString();
  }

  private String text(String key, Locale locale) {
    return texts.getMessage(key, null, locale);
  }

  private SignalSource find(String name) {
    return sources
        .find(name)
        .filter(source -> source.kind() == SourceKind.WEBSITE)
        .orElseThrow(() -> ApiProblem.notFound("There is no form of this name"));
  }

  private static void frame(SignalSource source, HttpServletResponse answer) {
    String hosts =
        source.returnHosts().isEmpty() ? "'none'" : String.join(" ", source.returnHosts());
    answer.setHeader("Content-Security-Policy", POLICY + hosts);
  }

  private ModelAndView page(
      HostedForm form, @Nullable String wrong, HttpStatus status, Locale locale) {
    return new ModelAndView("form", status)
        .addObject("title", text(form.title(), locale))
        .addObject("form", form)
        .addObject("consent", text(CONSENT, locale))
        .addObject("trap", FormController.TRAP)
        .addObject("wrong", wrong);
  }

  private ModelAndView thanks(Optional<String> meeting, Locale locale) {
    return new ModelAndView("form", HttpStatus.OK)
        .addObject("title", text("form.thanks", locale))
        .addObject("meeting", meeting.orElse(null));
  }
}
