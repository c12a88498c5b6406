package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /accounts…}: warm companies; one of them, with whom of it we know and what they did. */
@StaffPage
public class AccountPageController {
  private final AccountPageAssembler assembler;
  private final AccountQueries queries;

  AccountPageController(AccountPageAssembler assembler, AccountQueries queries) {
    this.assembler = assembler;
    this.queries = queries;
  }

  @GetMapping("/accounts")
  String accounts(@ModelAttribute("user") CurrentUser user, Model model) {
    model.addAttribute("accounts", queries.warmest(user.person()));
    return "accounts";
  }

  @GetMapping("/accounts/{id}")
  String account(@PathVariable String id, @ModelAttribute("user") CurrentUser user, Model model) {
    AccountPage page =
        assembler
            .find(id, user)
            .orElseThrow(() -> ApiProblem.notFound("There is no account %s for you".formatted(id)));
    model
        .addAttribute("account", page)
        .addAttribute("known", queries.of(id, page.name(), user.person()));
    return "account";
  }
}
