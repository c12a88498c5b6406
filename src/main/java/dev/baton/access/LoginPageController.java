package dev.baton.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one login page. */
@Controller
class LoginPageController {

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
