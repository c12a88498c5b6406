package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /accounts/{id}}: a company, with whom of it we know and what they did. */
@StaffPage
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
