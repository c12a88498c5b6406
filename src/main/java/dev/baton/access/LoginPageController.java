package dev.baton.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Controller of {@code /login}. */
@Controller
class LoginPageController {

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
