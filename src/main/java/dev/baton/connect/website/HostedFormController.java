package dev.baton.connect.website;

import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.SourceKind;
import dev.baton.connect.source.Sources;
import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
class HostedFormController {
  /** Forms that one address may send in a minute. */
  static final int MOST = 20;

  private static final String POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors ";

  private final Sources sources;
  private final PayloadIntake intake;
  private final MeetingOffers meetings;
  private final Clock clock;
  private final CallsPerMinute posts = new CallsPerMinute(MOST);

  HostedFormController(Sources sources, PayloadIntake intake, MeetingOffers meetings, Clock clock) {
    this.sources = sources;
    this.intake = intake;
    this.meetings = meetings;
    this.clock = clock;
  }

  @GetMapping("/forms/{name}")
  ModelAndView ask(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      HttpServletResponse answer) {
    frame(find(name), answer);
    // what somebody's address says is no answer of the visitor's
    HostedForm form = new HostedForm(Map.of("type", given.getOrDefault("type", "")));
    return page(form, null, HttpStatus.OK);
  }

  @PostMapping("/forms/{name}")
  ModelAndView take(
      @PathVariable String name,
      @RequestParam Map<String, String> given,
      HttpServletRequest request,
      HttpServletResponse answer) {
    posts.count(request.getRemoteAddr());
    SignalSource source = find(name);
    frame(source, answer);
    HostedForm form = new HostedForm(given);
    if (form.isOfRobot()) {
      intake.ignore(
          source,
          form.signal(clock.instant()).toString(),
          "The field '%s' was filled: a robot".formatted(FormController.TRAP));
      return thanks(Optional.empty());
    }
    Optional<String> wrong = form.wrong();
    if (wrong.isPresent()) {
      return page(form, wrong.get(), HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return thanks(meetings.of(intake.take(source, form.signal(clock.instant()).toString())));
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

  private static ModelAndView page(HostedForm form, @Nullable String wrong, HttpStatus status) {
    return new ModelAndView("form", status)
        .addObject("title", form.title())
        .addObject("form", form)
        .addObject("consent", HostedForm.CONSENT_TEXT)
        .addObject("trap", FormController.TRAP)
        .addObject("wrong", wrong);
  }

  private static ModelAndView thanks(Optional<String> meeting) {
    return new ModelAndView("form", HttpStatus.OK)
        .addObject("title", "Thank you")
        .addObject("meeting", meeting.orElse(null));
  }
}
