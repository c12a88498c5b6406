package dev.baton.web.account;

import dev.baton.lead.Accounts;
import dev.baton.lead.account.AccountQuestions;
import dev.baton.lead.account.AccountQuestions.Question;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Questions about companies with the names of whom they are about. */
@Component
public class AccountQuestionRows {
  private static final int MOST = 50;

  private final AccountQuestions questions;
  private final Accounts accounts;
  private final LeadRows leads;

  AccountQuestionRows(AccountQuestions questions, Accounts accounts, LeadRows leads) {
    this.questions = questions;
    this.accounts = accounts;
    this.leads = leads;
  }

  public int count() {
    return questions.count();
  }

  List<AccountQuestionRow> open() {
    List<Question> open = questions.open(MOST);
    Map<String, String> names =
        accounts.names(
            open.stream()
                .flatMap(one -> Stream.of(one.accountId(), one.childId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<String, LeadRow> asked =
        leads
            .rows(open.stream().map(Question::leadId).filter(Objects::nonNull).distinct().toList())
            .stream()
            .collect(Collectors.toMap(LeadRow::id, Function.identity()));
    return open.stream()
        .flatMap(
            one ->
                one.leadId() == null
                    ? Stream.of(ofPart(one, names))
                    : Stream.ofNullable(asked.get(one.leadId()))
                        .map(lead -> ofLead(one, lead, names)))
        .toList();
  }

  private static AccountQuestionRow ofLead(Question one, LeadRow lead, Map<String, String> names) {
    return new AccountQuestionRow(
        one.id(),
        "lead",
        lead.id(),
        lead.called(),
        lead.company(),
        one.accountId(),
        names.getOrDefault(one.accountId(), one.accountId()),
        one.confidence(),
        one.reasons());
  }

  private static AccountQuestionRow ofPart(Question one, Map<String, String> names) {
    String child = Objects.requireNonNull(one.childId());
    return new AccountQuestionRow(
        one.id(),
        "part",
        child,
        names.getOrDefault(child, child),
        null,
        one.accountId(),
        names.getOrDefault(one.accountId(), one.accountId()),
        one.confidence(),
        one.reasons());
  }
}
