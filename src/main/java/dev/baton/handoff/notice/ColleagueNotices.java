package dev.baton.handoff.notice;

import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
import dev.baton.handoff.record.CompanyHandoff;
import dev.baton.handoff.record.CompanyHandoffs;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.Handoffs;
import dev.baton.people.People;
import dev.baton.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What owners are told of several people of one company who are with sales at once. Nobody's name
 * stands in another lead's message: whoever is erased would stay in it.
 */
@Component
class ColleagueNotices {
  private static final int MOST = 5;

  private final KnownLeads leads;
  private final CompanyHandoffs companies;
  private final Handoffs handoffs;
  private final HandoffNotices notices;
  private final People people;
  private final Clock clock;

  ColleagueNotices(
      KnownLeads leads,
      CompanyHandoffs companies,
      Handoffs handoffs,
      HandoffNotices notices,
      People people,
      Clock clock) {
    this.leads = leads;
    this.companies = companies;
    this.handoffs = handoffs;
    this.notices = notices;
    this.people = people;
    this.clock = clock;
  }

  /** With whom else of its company sales is talking: where that stands, and with whom. */
  List<Text> lines(Handoff handoff) {
    Instant now = clock.instant();
    return colleagues(handoff).stream().map(each -> line(each, now)).toList();
  }

  /**
   * A raised hand is told to those who talk to a colleague, at the latest of theirs, unless it is
   * theirs too.
   */
  void tellOwners(Handoff raised) {
    if (!raised.origin().handRaise()) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (CompanyHandoff colleague : colleagues(raised)) {
      String owner = colleague.owner();
      if (owner != null && !owner.equals(raised.owner()) && told.add(owner)) {
        handoffs.find(colleague.handoffId()).ifPresent(theirs -> tell(theirs, raised));
      }
    }
  }

  private void tell(Handoff theirs, Handoff raised) {
    notices.tell(
        theirs,
        NoticeKind.INTENT,
        "colleague:%s:%s".formatted(theirs.id(), raised.id()),
        theirs.owner(),
        Text.of("colleague", Map.of("owner", name(raised.owner()))),
        null);
  }

  private List<CompanyHandoff> colleagues(Handoff handoff) {
    return leads
        .of(handoff.leadId())
        .accountId()
        .map(account -> companies.openOfColleagues(account, handoff.leadId()))
        .orElse(List.of())
        .stream()
        .limit(MOST)
        .toList();
  }

  private Text line(CompanyHandoff colleague, Instant now) {
    return Text.of(
        "colleague_line",
        Map.of(
            "question",
            QuestionTexts.name(colleague.state().clock()),
            "owner",
            name(colleague.owner()),
            "what",
            colleague.handRaise() ? Text.of("colleague_hand_raise") : Text.of("colleague_mql"),
            "ago",
            Age.of(colleague.mqlAt(), now).text()));
  }

  private Text name(@Nullable String owner) {
    return owner == null
        ? Text.of("nobody_yet")
        : Text.literal(people.find(owner).map(Person::name).orElse(owner));
  }
}
