package dev.baton.web.account;

import dev.baton.web.lead.TimelineEntry;
import dev.baton.web.lead.search.LeadRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Page model of one account.
 *
 * @param owner who looks after it, by name; null: nobody in particular
 * @param more whether there are more people than a page holds
 */
record AccountPage(
    String name,
    @Nullable String owner,
    List<Member> people,
    boolean more,
    List<Interest> signals,
    List<Day> timeline) {

  /** Somebody of the company. */
  record Member(LeadRow row, int score, String band) {
    public boolean isWithSales() {
      return row.withSales();
    }
  }

  /** What they did lately, of one type. */
  record Interest(String what, long times, long people, Instant last) {}

  /** One day of the timeline. */
  record Day(String name, List<Event> events) {}

  /** Something that happened to one of them. */
  record Event(String leadId, String called, TimelineEntry it) {}

  public List<Member> withSales() {
    return people.stream().filter(Member::isWithSales).toList();
  }
}
