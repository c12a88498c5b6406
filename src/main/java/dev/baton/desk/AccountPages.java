package dev.baton.desk;

import dev.baton.input.ApiProblem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /accounts/{id}}: a company, with whom of it we know and what they did. */
@Controller
class AccountPages {
  private final AccountSheets sheets;

  AccountPages(AccountSheets sheets) {
    this.sheets = sheets;
  }

  @GetMapping("/accounts/{id}")
  String account(@PathVariable String id, @ModelAttribute("reader") Reader reader, Model model) {
    model.addAttribute(
        "account",
        sheets
            .find(id, reader)
            .orElseThrow(
                () -> ApiProblem.notFound("There is no account %s for you".formatted(id))));
    return "account";
  }
}
