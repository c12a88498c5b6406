package dev.baton.web.account;

import dev.baton.alert.Outbox;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.alert.text.Text;
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
import java.util.Map;
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
        .flatMap(role -> people.active(role).stream())
        .forEach(person -> tell(person, accounts.seenBy(person, hot)));
  }

  private void tell(Person person, List<AccountView> hot) {
    if (hot.isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Text headline =
        hot.size() == 1
            ? Text.of("hot_account", Map.of("company", hot.get(0).name()))
            : Text.of("hot_accounts", Map.of("n", hot.size()));
    outbox.tell(
        Notice.note(
            "hot-accounts:%d-%d:%s"
                .formatted(
                    today.get(IsoFields.WEEK_BASED_YEAR),
                    today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    person.id()),
            NoticeKind.HOT_ACCOUNTS,
            person.id(),
            NoticeContent.of(
                headline,
                "/accounts",
                hot.stream().limit(MOST).map(HotAccountNotices::line).toList())));
  }

  private static Text line(AccountView one) {
    Map<String, Object> known =
        Map.of(
            "company",
            one.name(),
            "score",
            one.score().total(),
            "people",
            Text.count(one.active(), "one_person", "people"),
            "missing",
            one.missing());
    return one.missing().isEmpty()
        ? Text.of("hot_account_line", known)
        : Text.of("hot_account_missing", known);
  }
}
