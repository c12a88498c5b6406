package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.lead.Accounts;
import dev.baton.people.People;
import dev.baton.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code PUT /api/accounts/{id}/owner}: the account owner. */
@RestController
@RequestMapping("/api/accounts/{id}")
class AccountController {
  private final Accounts accounts;
  private final People people;

  AccountController(Accounts accounts, People people) {
    this.accounts = accounts;
    this.people = people;
  }

  /** Who it is to be: a rep's user id, or null for nobody in particular. */
  record OwnerChange(@Nullable String owner) {}

  record AccountOwner(String id, String name, @Nullable String owner) {}

  @Operation(summary = "Name who gets every lead of this company, or nobody in particular")
  @PutMapping("/owner")
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
