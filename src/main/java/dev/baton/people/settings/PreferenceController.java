package dev.baton.people.settings;

import dev.baton.people.EnabledChannels;
import dev.baton.people.People;
import dev.baton.people.Preference;
import dev.baton.people.Preferences;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller of {@code /api/people/{id}/preferences}: notification settings. Everybody says it of
 * themselves, managers of every rep, an administrator of everybody.
 */
@RestController
@RequestMapping("/api/people/{id}/preferences")
class PreferenceController {
  private final People people;
  private final Preferences preferences;
  private final ObjectProvider<EnabledChannels> enabled;

  PreferenceController(
      People people, Preferences preferences, ObjectProvider<EnabledChannels> enabled) {
    this.people = people;
    this.preferences = preferences;
    this.enabled = enabled;
  }

  /** Runs before a body is read: of whom comes before what. */
  @ModelAttribute
  void mayKeep(@PathVariable String id, Authentication by) {
    PeoplePermissions.checkKeeps(by, id, people);
  }

  @Operation(summary = "Over which channels somebody is told, and when")
  @GetMapping
  Preference of(@PathVariable String id) {
    return preferences.of(id);
  }

  @Operation(
      summary = "Say over which channels somebody is told, and when",
      description =
          "channels (such as slack, email, teams; at least one that is set up), digestHour (0 to 23 on the"
              + " person's own clock: reminders and news come once a day in one message; null: each"
              + " at once). Assignments, escalations and hand-raisers always come at once. What is"
              + " not sent stays as it is; what waits already goes where it was meant to go.")
  @PutMapping
  @Transactional
  Preference save(@PathVariable String id, @RequestBody Map<String, Object> fields) {
    // two saves at once end in an order
    people.lock(id);
    Preference known = preferences.of(id);
    ChangeReader change = new ChangeReader(fields);
    Collection<String> channels = change.words("channels", known.channels(), 20);
    whyNot(channels).ifPresent(why -> change.wrong("channels", why));
    Integer hour = change.number("digestHour", known.digestHour(), 0, 23);
    change.check("The preferences were not saved");
    Preference saved =
        new Preference(preferences.channels().stream().filter(channels::contains).toList(), hour);
    preferences.save(id, saved);
    return saved;
  }

  private Optional<String> whyNot(Collection<String> channels) {
    List<String> all = preferences.channels();
    if (!all.containsAll(channels)) {
      return Optional.of("each one of " + String.join(", ", all));
    }
    List<String> works = enabled.stream().flatMap(each -> each.channels().stream()).toList();
    List<String> needed = works.isEmpty() ? all : works;
    return needed.stream().anyMatch(channels::contains)
        ? Optional.empty()
        : Optional.of("at least one stays on: " + String.join(", ", needed));
  }
}
