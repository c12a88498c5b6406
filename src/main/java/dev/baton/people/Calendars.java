package dev.baton.people;

import dev.baton.engine.names.KnownCalendars;
import dev.baton.sla.BusinessCalendar;
import dev.baton.sla.ClosingDay;
import dev.baton.sla.DaysOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository of business calendars by name, such as a territory's: hours, public holidays and a
 * company's own closing days.
 */
@Component
public class Calendars implements KnownCalendars {
  /** The calendar that ships: Monday to Friday, nine to five, in the default zone. */
  public static final String STANDARD = "standard";

  private final JdbcClient db;
  private final ZoneId defaultZone;

  public Calendars(JdbcClient db, ZoneId defaultZone) {
    this.db = db;
    this.defaultZone = defaultZone;
  }

  private record Closed(String calendar, ClosingDay day) {}

  public Optional<BusinessCalendar> find(String name) {
    return Optional.ofNullable(find(List.of(name)).get(name));
  }

  /** The calendars of these names, as far as there are any. */
  public Map<String, BusinessCalendar> find(Collection<String> names) {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<String, List<ClosingDay>> closed = closed(names);
    return settings(names).stream()
        .map(settings -> calendar(settings, closed.getOrDefault(settings.name(), List.of())))
        .collect(Collectors.toMap(BusinessCalendar::name, Function.identity()));
  }

  /** The zone of a calendar, or the default one. */
  ZoneId zone(@Nullable String name) {
    return name == null ? defaultZone : find(name).map(BusinessCalendar::zone).orElse(defaultZone);
  }

  public Optional<CalendarSettings> settings(String name) {
    return settings(List.of(name)).stream().findFirst();
  }

  public List<CalendarSettings> all() {
    return db.sql("select * from business_calendar order by name")
        .query(Calendars::settings)
        .list();
  }

  @Override
  public Set<String> names() {
    return all().stream()
        .map(CalendarSettings::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Adds a calendar or replaces its settings; its closing days stay.
   *
   * @throws IllegalArgumentException when it has no hours or a country whose holidays nobody knows
   */
  public void save(CalendarSettings settings) {
    calendar(settings, List.of());
    db.sql(
            """
            merge into business_calendar c using (select cast(:name as varchar(64)) as name) given
            on (c.name = given.name)
            when matched then update set zone = :zone, country = :country, hours = :hours
            when not matched then insert (name, zone, country, hours)
              values (:name, :zone, :country, :hours)
            """)
        .param("name", settings.name())
        .param("zone", settings.zone() == null ? null : settings.zone().getId())
        .param("country", settings.country())
        .param("hours", WorkingHoursText.write(settings.hours()))
        .update();
  }

  /** The company's own closing days of a calendar, in their order. */
  public List<ClosingDay> closingDays(String name) {
    return closed(List.of(name)).getOrDefault(name, List.of());
  }

  /** Closes a day, or changes from when on and why it is closed. */
  @Transactional
  public void close(String name, ClosingDay day) {
    open(name, day.day());
    db.sql(
            """
            insert into closing_day (calendar, closed_on, from_time, note)
            values (:name, :day, :from, :note)
            """)
        .param("name", name)
        .param("day", day.day())
        .param("from", day.from() == null ? null : day.from().toString())
        .param("note", day.note())
        .update();
  }

  /** Takes a closing day back. */
  public void open(String name, LocalDate day) {
    db.sql("delete from closing_day where calendar = :name and closed_on = :day")
        .param("name", name)
        .param("day", day)
        .update();
  }

  private BusinessCalendar calendar(CalendarSettings settings, List<ClosingDay> closed) {
    return new BusinessCalendar(
        settings.name(),
        settings.zone() == null ? defaultZone : settings.zone(),
        settings.hours(),
        DaysOff.of(settings.country(), closed));
  }

  private List<CalendarSettings> settings(Collection<String> names) {
    return db.sql("select * from business_calendar where name in (:names)")
        .param("names", names)
        .query(Calendars::settings)
        .list();
  }

  private Map<String, List<ClosingDay>> closed(Collection<String> names) {
    return db
        .sql("select * from closing_day where calendar in (:names) order by calendar, closed_on")
        .param("names", names)
        .query(Calendars::closedDay)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Closed::calendar, Collectors.mapping(Closed::day, Collectors.toList())));
  }

  private static CalendarSettings settings(ResultSet row, int number) throws SQLException {
    String zone = row.getString("zone");
    return new CalendarSettings(
        row.getString("name"),
        zone == null ? null : ZoneId.of(zone),
        row.getString("country"),
        WorkingHoursText.read(row.getString("hours")));
  }

  private static Closed closedDay(ResultSet row, int number) throws SQLException {
    String from = row.getString("from_time");
    return new Closed(
        row.getString("calendar"),
        new ClosingDay(
            row.getObject("closed_on", LocalDate.class),
            from == null ? null : LocalTime.parse(from),
            row.getString("note")));
  }
}
