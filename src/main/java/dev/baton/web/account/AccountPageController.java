package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.input.Translated;
import dev.baton.know.account.CompanyNewsReports;
import dev.baton.lead.account.AccountParents;
import dev.baton.web.CurrentUser;
import dev.baton.web.StaffPage;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /accounts…}: warm companies; one of them, with whom of it we know and what they did. */
@StaffPage
@Translated
public class AccountPageController {
  private final AccountPageAssembler assembler;
  private final AccountQueries queries;
  private final AccountQuestionRows questions;
  private final AccountParents parents;
  private final CompanyNewsReports news;

  AccountPageController(
      AccountPageAssembler assembler,
      AccountQueries queries,
      AccountQuestionRows questions,
      AccountParents parents,
      CompanyNewsReports news) {
    this.assembler = assembler;
    this.queries = queries;
    this.questions = questions;
    this.parents = parents;
    this.news = news;
  }

  @GetMapping("/accounts")
  String accounts(@ModelAttribute("user") CurrentUser user, Model model) {
    model
        .addAttribute("accounts", queries.warmest(user.person()))
        .addAttribute("questions", user.readsNurture() ? questions.open() : List.of())
        .addAttribute("waiting", user.readsNurture() ? questions.count() : 0);
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
        .addAttribute("known", queries.of(id, page.name(), user.person()))
        .addAttribute("news", news.of(id))
        .addAttribute("parent", parents.parent(id).orElse(null))
        .addAttribute("parts", parents.parts(id));
    return "account";
  }
}
