package dev.baton.web.account;

import dev.baton.know.account.AccountAssessment;
import dev.baton.know.account.AccountAssessments;
import dev.baton.know.account.BuyingGroup;
import dev.baton.lead.Accounts;
import dev.baton.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Queries for accounts, as whoever asks may see them. */
@Component
public class AccountQueries {
  private static final int MOST = 50;

  private final Accounts accounts;
  private final AccountLeads leads;
  private final AccountAssessments assessments;

  AccountQueries(Accounts accounts, AccountLeads leads, AccountAssessments assessments) {
    this.accounts = accounts;
    this.leads = leads;
    this.assessments = assessments;
  }

  /** The account, if this reader looks after the company or may see one of its people. */
  Optional<AccountView> find(String accountId, Person reader) {
    return seen(List.of(accountId), reader).isEmpty()
        ? Optional.empty()
        : accounts.name(accountId).map(name -> view(name, assessments.of(accountId), reader));
  }

  /** The warmest of those that this reader may see. */
  public List<AccountView> warmest(Person reader) {
    return seenBy(
        reader, assessments.warmest().stream().filter(one -> one.score().total() > 0).toList());
  }

  /** Those that this reader may see, in their order. */
  List<AccountView> seenBy(Person reader, List<AccountAssessment> warm) {
    Set<String> seen = seen(warm.stream().map(AccountAssessment::accountId).toList(), reader);
    return warm.stream()
        .filter(one -> seen.contains(one.accountId()))
        .limit(MOST)
        .flatMap(
            one -> accounts.name(one.accountId()).map(name -> view(name, one, reader)).stream())
        .toList();
  }

  /** What is to be said of one on its page. */
  AccountView of(String accountId, String name, Person reader) {
    return view(name, assessments.of(accountId), reader);
  }

  private Set<String> seen(List<String> accountIds, Person reader) {
    return reader.isRep() ? leads.accountsSeenBy(reader, accountIds) : Set.copyOf(accountIds);
  }

  private AccountView view(String name, AccountAssessment known, Person reader) {
    BuyingGroup group = known.group();
    Set<String> seen =
        reader.isRep()
            ? Set.copyOf(leads.seenBy(reader, known.accountId()))
            : group.members().stream()
                .flatMap(member -> Optional.ofNullable(member.leadId()).stream())
                .collect(Collectors.toSet());
    return new AccountView(
        known.accountId(),
        name,
        accounts.owner(known.accountId()).orElse(null),
        group.segment(),
        known.score(),
        group.members().stream().map(member -> asSeen(member, seen)).toList(),
        group.missing(),
        known.people(),
        known.active());
  }

  /** A rep doesn't read who another team's lead is; that somebody has the role is no secret. */
  private static BuyingGroup.Member asSeen(BuyingGroup.Member member, Set<String> seen) {
    return member.leadId() == null || seen.contains(member.leadId())
        ? member
        : new BuyingGroup.Member(member.role(), member.label(), null, null);
  }
}
