package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.web.CurrentUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Controller of {@code /accounts/{id}}: an account, its leads and what they did. */
@Controller
public class AccountPageController {
  private final AccountPageAssembler assembler;

  AccountPageController(AccountPageAssembler assembler) {
    this.assembler = assembler;
  }

  @GetMapping("/accounts/{id}")
  String account(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    model.addAttribute(
        "account",
        assembler
            .find(id, user)
            .orElseThrow(
                () -> ApiProblem.notFound("There is no account %s for you".formatted(id))));
    return "account";
  }
}
