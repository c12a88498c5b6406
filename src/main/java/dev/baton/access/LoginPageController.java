package dev.baton.access;

import dev.baton.access.openid.LoginRefusal;
import dev.baton.access.openid.LoginSettings;
import dev.baton.access.openid.ProviderLogout;
import dev.baton.access.openid.Providers;
import dev.baton.input.Translated;
import dev.baton.people.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Controller of {@code /login}. */
@Controller
@Translated
class LoginPageController {
  private final Providers providers;
  private final LoginSettings settings;
  private final People people;

  LoginPageController(Providers providers, LoginSettings settings, People people) {
    this.people = people;
    this.providers = providers;
    this.settings = settings;
  }

  /** Who has logged out is sent on to the provider they had logged in by, and comes back. */
  @GetMapping("/login")
  String login(
      @RequestParam(required = false) @Nullable String refused,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<String> provider = ProviderLogout.goesOnAt(request.getSession(false));
    if (provider.isPresent()) {
      response.setHeader("Refresh", "0; url=" + provider.get());
      model.addAttribute("provider", provider.get());
      return "leaving";
    }
    model
        .addAttribute("local", settings.local())
        .addAttribute("isNew", settings.local() && people.all().size() == 1)
        .addAttribute("providers", providers.all())
        .addAttribute("refusal", LoginRefusal.ofCode(refused).map(LoginRefusal::code).orElse(null));
    return "login";
  }
}
