package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.lead.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Controller of what belongs to which account, for managers and marketing. */
@RestController
class AccountRecordController {
  private final AccountCommands commands;
  private final AccountQuestionRows questions;
  private final Accounts accounts;

  AccountRecordController(
      AccountCommands commands, AccountQuestionRows questions, Accounts accounts) {
    this.commands = commands;
    this.questions = questions;
    this.accounts = accounts;
  }

  record LeadAccount(String leadId, @Nullable String accountId) {}

  @Operation(summary = "Say to which account a lead belongs, or that it belongs to none")
  @PutMapping("/api/leads/{id}/account")
  LeadAccount put(@PathVariable String id, @RequestBody Map<String, Object> account, Principal by) {
    String lead =
        commands
            .survivor(id)
            .orElseThrow(() -> ApiProblem.notFound("There is no lead %s for you".formatted(id)));
    return new LeadAccount(lead, commands.put(lead, account, by.getName()));
  }

  record AccountParent(String id, @Nullable String parentId) {}

  @Operation(summary = "Say of which account this one is a part, or that it is part of none")
  @PutMapping("/api/accounts/{id}/parent")
  AccountParent parent(
      @PathVariable String id, @RequestBody Map<String, Object> account, Principal by) {
    if (accounts.name(id).isEmpty()) {
      throw ApiProblem.notFound("There is no account " + id);
    }
    return new AccountParent(id, commands.setParent(id, account, by.getName()));
  }

  record Questions(int count, List<AccountQuestionRow> items) {}

  @Operation(summary = "What could not be told of companies, the surest first, at most 50")
  @GetMapping("/api/account-questions")
  Questions questions() {
    return new Questions(questions.count(), questions.open());
  }

  record Answered(String id, String answer) {}

  @Operation(summary = "Answer whether a lead or company belongs to an account: yes or no")
  @PostMapping("/api/account-questions/{id}")
  Answered answer(@PathVariable String id, @RequestBody Map<String, Object> answer, Principal by) {
    return commands
        .question(id)
        .map(question -> new Answered(id, commands.answer(question, answer, by.getName())))
        .orElseThrow(() -> ApiProblem.notFound("There is no question " + id));
  }
}
