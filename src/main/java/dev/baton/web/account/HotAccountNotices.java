package dev.baton.web.account;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.LeadBriefing;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeKind;
import dev.baton.know.account.AccountAssessment;
import dev.baton.know.account.AccountAssessments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Notices of the companies that are hot, to marketing, and to reps of those they may read: one a
 * week and person, on Monday.
 */
@Component
class HotAccountNotices {
  private static final String HOT = "hot";
  private static final int MOST = 10;

  private final AccountAssessments assessments;
  private final AccountQueries accounts;
  private final People people;
  private final Outbox outbox;
  private final Clock clock;
  private final ZoneId zone;

  HotAccountNotices(
      AccountAssessments assessments,
      AccountQueries accounts,
      People people,
      Outbox outbox,
      Clock clock,
      ZoneId zone) {
    this.assessments = assessments;
    this.accounts = accounts;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
    this.zone = zone;
  }

  @Scheduled(cron = "0 0 8 * * MON", zone = "${baton.zone}")
  void tell() {
    List<AccountAssessment> hot =
        assessments.warmest().stream().filter(one -> one.score().band().equals(HOT)).toList();
    if (hot.isEmpty()) {
      return;
    }
    Stream.of(Role.MARKETING, Role.SALES)
        .flatMap(role -> people.withRole(role).stream())
        .filter(Person::active)
        .forEach(person -> tell(person, accounts.seenBy(person, hot)));
  }

  private void tell(Person person, List<AccountView> hot) {
    if (hot.isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    String headline =
        hot.size() == 1
            ? "%s is hot this week".formatted(hot.get(0).name())
            : "%d companies are hot this week".formatted(hot.size());
    outbox.tell(
        new Notice(
            "hot-accounts:%d-%d:%s"
                .formatted(
                    today.get(IsoFields.WEEK_BASED_YEAR),
                    today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    person.id()),
            NoticeKind.HOT_ACCOUNTS,
            null,
            null,
            person.id(),
            headline,
            LeadBriefing.note(
                headline,
                null,
                "/accounts",
                hot.stream().limit(MOST).map(HotAccountNotices::line).toList())));
  }

  private static String line(AccountView one) {
    String active = one.active() == 1 ? "one person" : one.active() + " people";
    String missing =
        one.missing().isEmpty() ? "" : "; still missing: " + String.join(", ", one.missing());
    return "%s: score %d, %s active in 30 days%s"
        .formatted(one.name(), one.score().total(), active, missing);
  }
}
