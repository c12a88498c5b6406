package dev.baton.people.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.people.EnabledChannels;
import dev.baton.people.Language;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Preference;
import dev.baton.people.Preferences;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /**
   * How somebody is told, and in which language.
   *
   * @param language that they have chosen, or null
   */
  record Settings(@JsonUnwrapped Preference preference, @Nullable String language) {}

  @Operation(summary = "Over which channels somebody is told, when, and in which language")
  @GetMapping
  Settings of(@PathVariable String id) {
    return new Settings(preferences.of(id), language(people.find(id)));
  }

  private static @Nullable String language(Optional<Person> person) {
    return person.flatMap(Person::chosenLanguage).map(Language::code).orElse(null);
  }

  @Operation(
      summary = "Say over which channels somebody is told, when, and in which language",
      description =
          "channels (such as slack, email, teams; at least one that is set up), digestHour (0 to 23 on the"
              + " person's own clock: reminders and news come once a day in one message; null: each"
              + " at once), language (en or de: in which messages are written and pages shown; null: messages in English, pages as the browser asks). Assignments, escalations and hand-raisers always come at once. What is"
              + " not sent stays as it is; what waits already goes where it was meant to go.")
  @PutMapping
  @Transactional
  Settings save(@PathVariable String id, @RequestBody Map<String, Object> fields) {
    // two saves at once end in an order
    Optional<Person> person = people.lock(id);
    Preference stored = preferences.of(id);
    ChangeReader change = new ChangeReader(fields);
    Collection<String> channels = change.words("channels", stored.channels(), 20);
    whyNot(channels).ifPresent(why -> change.wrong("channels", why));
    Integer hour = change.number("digestHour", stored.digestHour(), 0, 23);
    String language = change.oneOf("language", language(person), Language.codes());
    change.check("The preferences were not saved");
    Preference saved =
        new Preference(preferences.channels().stream().filter(channels::contains).toList(), hour);
    preferences.save(id, saved);
    Language chosen = Optional.ofNullable(language).flatMap(Language::of).orElse(null);
    person
        .filter(known -> known.address().language() != chosen)
        .ifPresent(known -> people.save(known.with(chosen)));
    return new Settings(saved, language);
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
