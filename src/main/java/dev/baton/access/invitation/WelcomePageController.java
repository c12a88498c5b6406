package dev.baton.access.invitation;

import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.Passwords;
import dev.baton.input.Sentences;
import dev.baton.input.Translated;
import dev.baton.people.Person;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /welcome/{token}}: the page of an invitation, on which a first password is set. */
@Controller
@Translated
@RequestMapping("/welcome/{token}")
class WelcomePageController {
  private final FirstPasswords passwords;
  private final MessageSource texts;

  WelcomePageController(FirstPasswords passwords, MessageSource texts) {
    this.passwords = passwords;
    this.texts = texts;
  }

  /** Looking at it uses nothing up: mail programs open links before their reader does. */
  @GetMapping
  ModelAndView open(@PathVariable String token) {
    return page(passwords.invited(token), null, HttpStatus.OK);
  }

  @PostMapping
  ModelAndView set(
      @PathVariable String token, @RequestParam Map<String, String> form, Locale locale) {
    try {
      return passwords
          .set(token, form)
          .map(person -> new ModelAndView("redirect:/login?welcome"))
          .orElseThrow(WelcomePageController::over);
    } catch (InvalidInput wrong) {
      String wrongs =
          wrong.errors().stream()
              .map(error -> Sentences.in(locale, error.message()))
              .map(why -> texts.getMessage("welcome.wrong", new Object[] {why}, locale))
              .collect(Collectors.joining(" "));
      return page(passwords.invited(token), wrongs, HttpStatus.UNPROCESSABLE_ENTITY);
    }
  }

  private static ModelAndView page(
      Optional<Person> invited, @Nullable String wrong, HttpStatus status) {
    Person person = invited.orElseThrow(WelcomePageController::over);
    return new ModelAndView("welcome", status)
        .addObject("person", person)
        .addObject("shortest", Passwords.SHORTEST)
        .addObject("wrong", wrong);
  }

  private static ApiProblem over() {
    return ApiProblem.notFound(
        "This link is over, was used, or was cut off on its way; ask to be invited again");
  }
}
