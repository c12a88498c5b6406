package dev.baton.booking.calendar;

import dev.baton.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of the addresses of personal calendars, and of the busy times read there. */
@Component
class PersonalCalendars {
  private final JdbcClient db;

  PersonalCalendars(JdbcClient db) {
    this.db = db;
  }

  Optional<PersonalCalendar> of(String person) {
    return db.sql("select * from personal_calendar where person = :person")
        .param("person", person)
        .query(PersonalCalendars::read)
        .optional();
  }

  /** Keeps another address; what was read at the one before is forgotten. */
  void save(String person, String url) {
    remove(person);
    db.sql(
            """
            insert into personal_calendar (person, url) values (:person, :url)
            on conflict do nothing
            """)
        .param("person", person)
        .param("url", url)
        .update();
  }

  void remove(String person) {
    db.sql("delete from personal_calendar where person = :person").param("person", person).update();
  }

  /** It was read; of an address that was changed meanwhile nothing is kept. */
  void wasRead(PersonalCalendar calendar, List<TimeSpan> busy, Instant at) {
    db.sql(
            """
            update personal_calendar
            set busy = :busy, read_at = :at, error = null, tried_at = :at
            where person = :person and url = :url
            """)
        .param("busy", written(busy))
        .param("at", Sql.timestamp(at))
        .param("person", calendar.person())
        .param("url", calendar.url())
        .update();
  }

  /** It couldn't be read; what was read before still counts. */
  void failed(PersonalCalendar calendar, String error, Instant at) {
    db.sql(
            """
            update personal_calendar set error = :error, tried_at = :at
            where person = :person and url = :url
            """)
        .param("error", error)
        .param("at", Sql.timestamp(at))
        .param("person", calendar.person())
        .param("url", calendar.url())
        .update();
  }

  private static PersonalCalendar read(ResultSet row, int number) throws SQLException {
    return new PersonalCalendar(
        row.getString("person"),
        row.getString("url"),
        busy(row.getString("busy")),
        Sql.instantOrNull(row, "read_at"),
        row.getString("error"),
        Sql.instantOrNull(row, "tried_at"));
  }

  /** A line each, as ISO 8601 writes intervals. */
  private static String written(List<TimeSpan> busy) {
    return busy.stream()
        .map(time -> time.from() + "/" + time.to())
        .collect(Collectors.joining("\n"));
  }

  private static List<TimeSpan> busy(@Nullable String text) {
    return text == null || text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split("\n"))
            .map(line -> line.split("/"))
            .map(ends -> new TimeSpan(Instant.parse(ends[0]), Instant.parse(ends[1])))
            .toList();
  }
}
