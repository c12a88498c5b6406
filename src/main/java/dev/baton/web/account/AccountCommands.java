package dev.baton.web.account;

import dev.baton.input.ApiProblem;
import dev.baton.input.Conflict;
import dev.baton.input.FieldReader;
import dev.baton.lead.LeadRecordMerge;
import dev.baton.lead.Leads;
import dev.baton.lead.account.AccountMemberships;
import dev.baton.lead.account.AccountParents;
import dev.baton.lead.account.AccountQuestions;
import dev.baton.lead.account.NamedAccounts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Commands of people on accounts: who belongs to one, and what is part of which. */
@Component
class AccountCommands {
  private static final String ACCOUNT = "account";
  private static final int LONGEST = 500;

  private final Leads leads;
  private final LeadRecordMerge records;
  private final NamedAccounts accounts;
  private final AccountMemberships memberships;
  private final AccountParents parents;
  private final AccountQuestions questions;
  private final Clock clock;

  AccountCommands(
      Leads leads,
      LeadRecordMerge records,
      NamedAccounts accounts,
      AccountMemberships memberships,
      AccountParents parents,
      AccountQuestions questions,
      Clock clock) {
    this.leads = leads;
    this.records = records;
    this.accounts = accounts;
    this.memberships = memberships;
    this.parents = parents;
    this.questions = questions;
    this.clock = clock;
  }

  Optional<String> survivor(String leadId) {
    return records.survivor(leadId);
  }

  Optional<AccountQuestions.Question> question(String id) {
    return id.matches("\\d{1,18}") ? questions.find(Long.parseLong(id)) : Optional.empty();
  }

  /** Where a lead belongs; the account's id, or null. */
  @Transactional
  @Nullable String put(String leadId, Map<String, Object> fields, String by) {
    String account = named(fields);
    leads.lock(leadId);
    memberships.decide(leadId, account, by, now());
    return account;
  }

  /** What an account is part of; its id, or null. */
  @Transactional
  @Nullable String setParent(String id, Map<String, Object> fields, String by) {
    String parent = named(fields);
    parents.decide(id, parent, by, now());
    return parent;
  }

  @Transactional
  String answer(AccountQuestions.Question question, Map<String, Object> fields, String by) {
    FieldReader given = new FieldReader(fields);
    String answer = given.oneOf("answer", List.of("yes", "no"));
    given.check();
    boolean isYes = "yes".equals(answer);
    String lead = question.leadId();
    if (lead != null) {
      String survivor =
          survivor(lead).orElseThrow(() -> ApiProblem.notFound("That person was erased"));
      leads.lock(survivor);
    }
    if (!questions.close(question.id(), isYes, by, now())) {
      throw new Conflict("Somebody has answered that already, or it is settled otherwise");
    }
    if (isYes && lead != null) {
      memberships.decide(lead, question.accountId(), by, now());
    }
    if (isYes && question.childId() != null) {
      parents.decide(question.childId(), question.accountId(), by, now());
    }
    return isYes ? "yes" : "no";
  }

  private @Nullable String named(Map<String, Object> fields) {
    FieldReader given = new FieldReader(fields);
    if (!fields.containsKey(ACCOUNT)) {
      given.missing(ACCOUNT, "say which account by its id, domain or name, or null for none");
    }
    String said = given.text(ACCOUNT, LONGEST);
    Optional<String> found = Optional.ofNullable(said).flatMap(accounts::find);
    if (said != null && !said.isBlank() && found.isEmpty()) {
      given.wrong(
          ACCOUNT,
          "there is no account '%s', or more than one of that name: say its domain"
              .formatted(said));
    }
    given.check();
    return found.orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
