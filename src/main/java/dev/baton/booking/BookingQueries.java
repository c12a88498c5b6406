package dev.baton.booking;

import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries of meetings: a rep reads those with leads that are theirs or their team's. */
@Component
public class BookingQueries {
  static final int PAGE = 50;

  private final JdbcClient db;
  private final Bookings bookings;
  private final BookingEvents events;
  private final People people;

  BookingQueries(JdbcClient db, Bookings bookings, BookingEvents events, People people) {
    this.db = db;
    this.bookings = bookings;
    this.events = events;
    this.people = people;
  }

  /**
   * A page of meetings.
   *
   * @param next the number of the next page, or null
   */
  public record Page(List<Booking> items, @Nullable Integer next) {}

  /** The latest first, of a lead and of an owner where they are named. */
  Page list(@Nullable String leadId, @Nullable String owner, int page, String reader) {
    Optional<Person> person = people.find(reader);
    Map<String, Object> visible =
        person
            .filter(known -> !known.role().may(Right.READ_ALL))
            .map(HandoffPermissions::params)
            .orElseGet(() -> HandoffPermissions.params(null, null));
    List<Booking> found =
        db.sql(
                """
                select b.* from booking b join handoff h on h.id = b.handoff_id
                where (cast(:lead as varchar) is null or b.lead_id = :lead)
                  and (cast(:owner as varchar) is null or b.owner = :owner)
                  and (%s or b.owner = :rep)
                order by b.starts_at desc, b.id offset :skip rows fetch next :most rows only
                """
                    .formatted(HandoffPermissions.VISIBLE))
            .param("lead", leadId)
            .param("owner", owner)
            .params(visible)
            .param("skip", page * PAGE)
            .param("most", PAGE + 1)
            .query(Bookings.ROWS)
            .list();
    return found.size() > PAGE ? new Page(found.subList(0, PAGE), page + 1) : new Page(found, null);
  }

  /** All of a lead whose reader's rights were checked, the latest first. */
  public List<Booking> ofLead(String leadId) {
    return bookings.ofLead(leadId);
  }

  /** What became of the meetings of a handoff, the oldest first. */
  public List<BookingEvent> eventsOf(String handoffId) {
    return events.ofHandoff(handoffId);
  }
}
