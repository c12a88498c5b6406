package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Accounts;
import dev.baton.people.People;
import dev.baton.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/accounts…}: companies with their score and buying group, and who looks after them.
 */
@RestController
@RequestMapping("/api/accounts")
class AccountController {
  private final Accounts accounts;
  private final AccountQueries queries;
  private final People people;

  AccountController(Accounts accounts, AccountQueries queries, People people) {
    this.accounts = accounts;
    this.queries = queries;
    this.people = people;
  }

  record AccountList(List<AccountView> items) {}

  @Operation(summary = "Warm companies of the last 90 days, the warmest first, at most 50")
  @GetMapping
  AccountList warmest(Principal by) {
    return new AccountList(queries.warmest(reader(by)));
  }

  @Operation(summary = "A company: its score with reasons, its buying group and who is missing")
  @GetMapping("/{id}")
  AccountView account(@PathVariable String id, Principal by) {
    return queries
        .find(id, reader(by))
        .orElseThrow(() -> ApiProblem.notFound("There is no account %s for you".formatted(id)));
  }

  private Person reader(Principal by) {
    return people
        .find(by.getName())
        .orElseThrow(() -> ApiProblem.forbidden("Nobody here is called " + by.getName()));
  }

  /** Who it is to be: a rep's user id, or null for nobody in particular. */
  record OwnerChange(@Nullable String owner) {}

  record AccountOwner(String id, String name, @Nullable String owner) {}

  @Operation(summary = "Name who gets every lead of this company, or nobody in particular")
  @PutMapping("/{id}/owner")
  @Transactional
  AccountOwner name(@PathVariable String id, @RequestBody OwnerChange change) {
    String account =
        accounts.name(id).orElseThrow(() -> ApiProblem.notFound("There is no account " + id));
    String owner =
        change.owner() == null || change.owner().isBlank() ? null : change.owner().trim();
    if (owner != null && people.find(owner).filter(Person::isActiveRep).isEmpty()) {
      String message = "'%s' is not an active rep".formatted(owner);
      throw new InvalidInput(message, List.of(new FieldError("owner", message)));
    }
    accounts.setOwner(id, Optional.ofNullable(owner));
    return new AccountOwner(id, account, owner);
  }
}
