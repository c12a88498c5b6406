package dev.baton.booking;

import dev.baton.booking.calendar.BusyTimes;
import dev.baton.booking.calendar.PersonalCalendar;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldReader;
import dev.baton.people.People;
import dev.baton.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/personal-calendar}: the address at which one's own calendar is
 * published. It is as secret as the calendar: everybody keeps their own, and nobody reads it again.
 */
@RestController
@RequestMapping("/api/personal-calendar")
class PersonalCalendarController {
  private static final int LONGEST = 2000;

  private final BusyTimes busyTimes;
  private final People people;

  PersonalCalendarController(BusyTimes busyTimes, People people) {
    this.busyTimes = busyTimes;
    this.people = people;
  }

  /**
   * How reading it goes.
   *
   * @param set whether there is an address
   * @param busy how many busy times lie ahead, as it was read last
   */
  record CalendarStatus(boolean set, @Nullable Instant readAt, int busy, @Nullable String error) {
    static final CalendarStatus NONE = new CalendarStatus(false, null, 0, null);

    static CalendarStatus of(PersonalCalendar calendar) {
      return new CalendarStatus(true, calendar.readAt(), calendar.busy().size(), calendar.error());
    }
  }

  @Operation(summary = "Whether your own calendar could be read")
  @GetMapping
  CalendarStatus status(Principal by) {
    return busyTimes.calendar(person(by)).map(CalendarStatus::of).orElse(CalendarStatus.NONE);
  }

  @Operation(
      summary = "Say where your own calendar is published",
      description =
          "url of an iCalendar file (https, http, webcal); empty: nowhere. It is read at once, and"
              + " the answer says how that went")
  @PutMapping
  CalendarStatus save(@RequestBody Map<String, Object> body, Principal by) {
    Person person = person(by);
    FieldReader fields = FieldReader.ofJson(body);
    String url = fields.text("url", LONGEST);
    if (!fields.has("url")) {
      fields.missing("url", "say where it is, or nothing to have none");
    }
    String address = url == null ? null : address(url, fields);
    fields.check("The address was not saved");
    if (address == null) {
      busyTimes.remove(person);
      return CalendarStatus.NONE;
    }
    return CalendarStatus.of(busyTimes.save(person, address));
  }

  /** Calendars are often offered as webcal, which is https. */
  private static @Nullable String address(String url, FieldReader fields) {
    String given = url.replaceFirst("(?i)^webcals?:", "https:");
    try {
      URI uri = new URI(given);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && Set.of("https", "http").contains(scheme)) {
        return given;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    fields.wrong("url", "a web address, such as https://calendar.example/me.ics");
    return null;
  }

  private Person person(Principal by) {
    return people
        .find(by.getName())
        .orElseThrow(() -> ApiProblem.notFound("There is no person " + by.getName()));
  }
}
