package dev.baton.web.account;

import dev.baton.lead.Accounts;
import dev.baton.people.People;
import dev.baton.score.Score;
import dev.baton.score.Scores;
import dev.baton.web.CurrentUser;
import dev.baton.web.DisplayNames;
import dev.baton.web.account.AccountPage.Member;
import dev.baton.web.lead.search.LeadRow;
import dev.baton.web.lead.search.LeadRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembler of the page of one account for one viewer. */
@Component
class AccountPageAssembler {
  private final Accounts accounts;
  private final AccountLeads members;
  private final LeadRows leadRows;
  private final Scores scores;
  private final AccountInterests interests;
  private final AccountTimeline timeline;
  private final People people;

  AccountPageAssembler(
      Accounts accounts,
      AccountLeads members,
      LeadRows leadRows,
      Scores scores,
      AccountInterests interests,
      AccountTimeline timeline,
      People people) {
    this.accounts = accounts;
    this.members = members;
    this.leadRows = leadRows;
    this.scores = scores;
    this.interests = interests;
    this.timeline = timeline;
    this.people = people;
  }

  /** The page, if this reader looks after the company or may see one of its people. */
  Optional<AccountPage> find(String accountId, CurrentUser user) {
    List<String> ids = members.seenBy(user.person(), accountId);
    Optional<String> owner = accounts.owner(accountId);
    boolean closed = user.isRep() && ids.isEmpty() && owner.filter(user.id()::equals).isEmpty();
    return closed
        ? Optional.empty()
        : accounts.name(accountId).map(name -> page(name, owner.orElse(null), ids, user));
  }

  private AccountPage page(
      String name, @Nullable String owner, List<String> found, CurrentUser user) {
    boolean more = found.size() > AccountLeads.MOST;
    List<LeadRow> shown = leadRows.rows(more ? found.subList(0, AccountLeads.MOST) : found);
    DisplayNames names = DisplayNames.ofAll(people);
    return new AccountPage(
        name,
        names.of(owner),
        shown.stream().map(leadRow -> member(leadRow, user.clock().now())).toList(),
        more,
        interests.of(shown, user.clock().now()),
        timeline.of(shown, user.clock(), names));
  }

  private Member member(LeadRow leadRow, Instant now) {
    Score score = scores.shown(leadRow.id(), now);
    return new Member(leadRow, score.total(), score.band());
  }
}
